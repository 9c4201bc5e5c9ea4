// When the time is over the body is cancelled at its await, and TimeoutError leaves the block.
namespace Belay.Conformance.Scenarios.Timeouts;

static class ExpiresAtAnAwait
{
    public static async Coro Main()
    {
        try
        {
            await Coro.Timeout(Seconds(1), async scope =>
            {
                try { await Coro.Sleep(Seconds(3600)); }
                catch (CancelledException)
                {
                    Log("body cancelled, requests", Coro.CurrentTask.Cancelling);
                    throw;
                }
            });
        }
        catch (TimeoutException error) { Log("left", error, "because of", error.InnerException); }
        Log("at", EventLoop.Running.Time, "requests", Coro.CurrentTask.Cancelling);
    }
}
