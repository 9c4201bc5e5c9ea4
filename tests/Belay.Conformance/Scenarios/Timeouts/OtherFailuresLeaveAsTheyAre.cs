// A failure of the body leaves as it is, also when it came in the clean-up after the time-out.
namespace Belay.Conformance.Scenarios.Timeouts;

static class OtherFailuresLeaveAsTheyAre
{
    public static async Coro Main()
    {
        try
        {
            await Coro.Timeout(Seconds(10), async scope => { await Fail("at once"); });
        }
        catch (AppError error) { Log("left", error); }
        TimeoutScope kept = null!;
        try
        {
            await Coro.Timeout(Seconds(1), async scope =>
            {
                kept = scope;
                try { await Coro.Sleep(Seconds(100)); }
                finally { await Fail("in the clean-up"); }
            });
        }
        catch (AppError error) { Log("left", error, "expired:", kept.IsExpired); }
        Log("requests", Coro.CurrentTask.Cancelling);
    }

    static async Coro Fail(string text) => throw new AppError(text);
}
