// When the outer expires first, the inner lets the cancellation through and the outer raises.
namespace Belay.Conformance.Scenarios.Timeouts;

static class OuterExpiresFirst
{
    public static async Coro Main()
    {
        try
        {
            await Coro.Timeout(Seconds(1), async outer =>
            {
                TimeoutScope kept = null!;
                try
                {
                    await Coro.Timeout(Seconds(10), async inner =>
                    {
                        kept = inner;
                        await Coro.Sleep(Seconds(100));
                    });
                }
                catch (CancelledException)
                {
                    Log("through the inner, expired:", kept.IsExpired);
                    throw;
                }
            });
        }
        catch (TimeoutException error) { Log("outer", error); }
        Log("at", EventLoop.Running.Time);
    }
}
