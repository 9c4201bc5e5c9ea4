// An item stays in the queue until the woken getter runs: a newcomer may take it first.
namespace Belay.Conformance.Scenarios.Queues;

static class ANewcomerMayTakeTheItem
{
    public static async Coro Main()
    {
        var queue = new AsyncQueue<string>();
        var task = Coro.CreateTask(Getter(queue));
        await Coro.Yield();
        queue.TryPut("first");
        queue.TryGet(out var item);
        Log("main takes", item);
        await Turns(2);
        Log("getter done:", task.IsDone);
        queue.TryPut("second");
        await task;
    }

    static async Coro Getter(AsyncQueue<string> queue) => Log("getter got", await queue.GetAsync());
}
