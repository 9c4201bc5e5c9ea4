// A getter cancelled after it was woken passes its wake-up on: the item is not lost.
namespace Belay.Conformance.Scenarios.Queues;

static class AnItemIsNotLostToACancel
{
    public static async Coro Main()
    {
        var queue = new AsyncQueue<string>();
        var first = Coro.CreateTask(Getter("first", queue));
        var second = Coro.CreateTask(Getter("second", queue));
        await Coro.Yield();
        queue.TryPut("item");
        first.Cancel();
        await second;
        Log("first cancelled:", first.IsCancelled, "size", queue.Count);
    }

    static async Coro Getter(string name, AsyncQueue<string> queue) => Log(name, "got", await queue.GetAsync());
}
