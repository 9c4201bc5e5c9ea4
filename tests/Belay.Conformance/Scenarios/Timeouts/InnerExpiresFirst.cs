// Nested, the inner expires first and is caught between; the outer goes on.
namespace Belay.Conformance.Scenarios.Timeouts;

static class InnerExpiresFirst
{
    public static async Coro Main()
    {
        TimeoutScope kept = null!;
        await Coro.Timeout(Seconds(10), async outer =>
        {
            kept = outer;
            try
            {
                await Coro.Timeout(Seconds(1), async inner => { await Coro.Sleep(Seconds(5)); });
            }
            catch (TimeoutException error) { Log("inner", error); }
            await Coro.Sleep(Seconds(1));
            Log("outer goes on, requests", Coro.CurrentTask.Cancelling);
        });
        Log("outer expired:", kept.IsExpired);
    }
}
