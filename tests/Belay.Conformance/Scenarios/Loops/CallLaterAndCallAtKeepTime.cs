// Timers fire in the order of their times, relative or absolute.
namespace Belay.Conformance.Scenarios.Loops;

static class CallLaterAndCallAtKeepTime
{
    public static async Coro Main()
    {
        var loop = EventLoop.Running;
        var later = loop.CallLater(Seconds(2), () => Log("later"));
        var at = loop.CallAt(loop.Time + Seconds(1), () => Log("at"));
        Log("when", later.When, at.When);
        await Coro.Sleep(Seconds(3));
        Log("now", loop.Time);
    }
}
