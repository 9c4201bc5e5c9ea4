// A body that swallows the cancellation leaves without an error; that it expired can be asked.
namespace Belay.Conformance.Scenarios.Timeouts;

static class ABodyThatSwallowsIt
{
    public static async Coro Main()
    {
        TimeoutScope kept = null!;
        await Coro.Timeout(Seconds(1), async scope =>
        {
            kept = scope;
            try { await Coro.Sleep(Seconds(100)); }
            catch (CancelledException) { Log("swallowed"); }
        });
        Log("expired:", kept.IsExpired, "requests", Coro.CurrentTask.Cancelling);
        await Coro.Yield();
        Log("goes on");
    }
}
