// Without waiting: a full queue refuses an item, an empty one has none to give.
namespace Belay.Conformance.Scenarios.Queues;

static class WithoutWaiting
{
    public static async Coro Main()
    {
        var queue = new AsyncQueue<int>(maxSize: 1);
        foreach (var item in new[] { 1, 2 })
        {
            if (queue.TryPut(item)) Log("put", item);
            else Log("full");
        }
        for (var i = 0; i < 2; i++)
        {
            if (queue.TryGet(out var item)) Log("got", item);
            else Log("empty");
        }
    }
}
