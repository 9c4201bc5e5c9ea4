// When both have expired before the body gives way, the outer raises.
namespace Belay.Conformance.Scenarios.Timeouts;

static class BothExpired
{
    public static async Coro Main()
    {
        try
        {
            await Coro.Timeout(Seconds(2), async outer =>
            {
                try
                {
                    await Coro.Timeout(Seconds(1), async inner =>
                    {
                        try { await Coro.Sleep(Seconds(100)); }
                        finally
                        {
                            try { await Coro.Sleep(Seconds(100)); }
                            finally { Log("both expired, requests", Coro.CurrentTask.Cancelling); }
                        }
                    });
                }
                catch (Exception error)
                {
                    Log("inner left with", error);
                    throw;
                }
            });
        }
        catch (TimeoutException error) { Log("outer", error); }
        Log("requests", Coro.CurrentTask.Cancelling);
    }
}
