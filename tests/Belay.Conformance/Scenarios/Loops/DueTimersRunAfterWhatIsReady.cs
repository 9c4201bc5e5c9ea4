// A timer that is due joins the end of the ready queue, for the next turn.
namespace Belay.Conformance.Scenarios.Loops;

static class DueTimersRunAfterWhatIsReady
{
    public static async Coro Main()
    {
        var loop = EventLoop.Running;
        loop.CallLater(TimeSpan.Zero, () => Log("timer"));
        loop.CallSoon(() => Log("soon"));
        await Coro.Yield();
        Log("a turn later");
        await Coro.Yield();
        Log("two turns later");
    }
}
