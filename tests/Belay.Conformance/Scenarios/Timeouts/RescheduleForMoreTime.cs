// A body that makes progress can put its deadline off.
namespace Belay.Conformance.Scenarios.Timeouts;

static class RescheduleForMoreTime
{
    public static async Coro Main()
    {
        var loop = EventLoop.Running;
        TimeoutScope kept = null!;
        try
        {
            await Coro.Timeout(Seconds(2), async scope =>
            {
                kept = scope;
                for (var part = 0; part < 3; part++)
                {
                    await Coro.Sleep(Seconds(1));
                    Log("part", part);
                    scope.Reschedule(loop.Time + Seconds(2));
                }
                Log("deadline", scope.When);
                await Coro.Sleep(Seconds(10));
            });
        }
        catch (TimeoutException) { Log("too late at", loop.Time, "expired:", kept.IsExpired); }
    }
}
