// A cancelled timer is neither called nor waited for.
namespace Belay.Conformance.Scenarios.Loops;

static class CancelledTimerIsNotWaitedFor
{
    public static async Coro Main()
    {
        var loop = EventLoop.Running;
        var timer = loop.CallLater(Seconds(5), () => Log("never"));
        loop.CallLater(Seconds(1), timer.Cancel);
        await Coro.Sleep(Seconds(10));
        Log("cancelled:", timer.IsCancelled, "at", loop.Time);
    }
}
