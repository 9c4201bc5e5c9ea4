// A cancelled sleep ends at once: nobody waits for its time.
namespace Belay.Conformance.Scenarios.Cancellation;

static class ACancelledSleeperLeavesNoTimer
{
    public static async Coro Main()
    {
        var loop = EventLoop.Running;
        var task = Coro.CreateTask(Coro.Sleep(Seconds(3600)));
        await Coro.Sleep(Seconds(1));
        task.Cancel();
        try { await task; }
        catch (CancelledException) { Log("cancelled at", loop.Time); }
        await Coro.Sleep(Seconds(1));
        Log("ends at", loop.Time);
    }
}
