// A timer that is due can still be cancelled by what runs before it in the same turn.
namespace Belay.Conformance.Scenarios.Loops;

static class ATimerCancelledInTheTurnItIsDue
{
    public static async Coro Main()
    {
        var loop = EventLoop.Running;
        TimerHandle second = null!;
        loop.CallAt(Seconds(1), () =>
        {
            Log("first cancels the second");
            second.Cancel();
        });
        second = loop.CallAt(Seconds(1), () => Log("never"));
        loop.CallAt(Seconds(2), () => Log("third"));
        await Coro.Sleep(Seconds(3));
        Log("cancelled:", second.IsCancelled);
    }
}
