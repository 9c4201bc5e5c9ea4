// A priority queue gives the smallest first.
namespace Belay.Conformance.Scenarios.Queues;

static class ByPriority
{
    public static async Coro Main()
    {
        var queue = new AsyncPriorityQueue<int>();
        foreach (var item in new[] { 3, 1, 2 }) await queue.PutAsync(item);
        while (!queue.IsEmpty) Log("got", await queue.GetAsync());
    }
}
