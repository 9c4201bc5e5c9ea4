// A block that ends in time is not disturbed, and nobody waits for its limit.
namespace Belay.Conformance.Scenarios.Timeouts;

static class InTimeNothingHappens
{
    public static async Coro Main()
    {
        TimeoutScope kept = null!;
        await Coro.Timeout(Seconds(5), async scope =>
        {
            kept = scope;
            await Coro.Sleep(Seconds(1));
            Log("body ends");
        });
        Log("expired:", kept.IsExpired, "at", EventLoop.Running.Time);
        await Coro.Sleep(Seconds(10));
        Log("nothing came later");
    }
}
