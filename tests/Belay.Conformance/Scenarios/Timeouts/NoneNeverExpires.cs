// A time-out of none has no deadline, until it is given one.
namespace Belay.Conformance.Scenarios.Timeouts;

static class NoneNeverExpires
{
    public static async Coro Main()
    {
        var loop = EventLoop.Running;
        try
        {
            await Coro.Timeout(null, async scope =>
            {
                Log("when", scope.When);
                await Coro.Sleep(Seconds(100));
                scope.Reschedule(loop.Time + Seconds(1));
                Log("when", scope.When);
                await Coro.Sleep(Seconds(100));
            });
        }
        catch (TimeoutException) { Log("at", loop.Time); }
    }
}
