// A scope that has expired or been left cannot be rescheduled.
namespace Belay.Conformance.Scenarios.Timeouts;

static class RescheduleAfterTheEndIsRefused
{
    public static async Coro Main()
    {
        TimeoutScope kept = null!;
        await Coro.Timeout(Seconds(10), async scope => { kept = scope; });
        try { kept.Reschedule(Seconds(20)); }
        catch (InvalidOperationException error) { Log("left", error); }
        try
        {
            await Coro.Timeout(Seconds(1), async scope =>
            {
                try { await Coro.Sleep(Seconds(5)); }
                finally
                {
                    try { scope.Reschedule(Seconds(20)); }
                    catch (InvalidOperationException error) { Log("expired", error); }
                }
            });
        }
        catch (TimeoutException error) { Log("outcome", error); }
    }
}
