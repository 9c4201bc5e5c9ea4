// A last-in-first-out queue gives the newest first.
namespace Belay.Conformance.Scenarios.Queues;

static class LastInFirstOut
{
    public static async Coro Main()
    {
        var queue = new AsyncLifoQueue<int>(maxSize: 3);
        foreach (var item in new[] { 1, 2, 3 }) await queue.PutAsync(item);
        Log("full:", queue.IsFull);
        while (!queue.IsEmpty) Log("got", await queue.GetAsync());
    }
}
