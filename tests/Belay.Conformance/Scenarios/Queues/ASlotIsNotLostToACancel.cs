// A putter cancelled after it was woken passes its wake-up on: the free slot is not lost.
namespace Belay.Conformance.Scenarios.Queues;

static class ASlotIsNotLostToACancel
{
    public static async Coro Main()
    {
        var queue = new AsyncQueue<string>(maxSize: 1);
        queue.TryPut("main's");
        var first = Coro.CreateTask(Putter("first", queue));
        var second = Coro.CreateTask(Putter("second", queue));
        await Coro.Yield();
        queue.TryGet(out var item);
        Log("got", item);
        first.Cancel();
        await Turns(3);
        Log("cancelled:", first.IsCancelled, "the second done:", second.IsDone, "size", queue.Count);
    }

    static async Coro Putter(string name, AsyncQueue<string> queue)
    {
        await queue.PutAsync(name);
        Log(name, "put");
    }
}
