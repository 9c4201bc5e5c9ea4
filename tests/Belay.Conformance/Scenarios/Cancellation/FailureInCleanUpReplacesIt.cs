// A failure raised while being cancelled replaces the cancellation.
namespace Belay.Conformance.Scenarios.Cancellation;

static class FailureInCleanUpReplacesIt
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Work());
        await Coro.Yield();
        task.Cancel();
        try { await task; }
        catch (AppError error) { Log("main got", error); }
        Log("cancelled:", task.IsCancelled, "requests:", task.Cancelling);
    }

    static async Coro Work()
    {
        try { await Coro.Sleep(Seconds(3600)); }
        finally { await Fail(); }
    }

    static async Coro Fail() => throw new AppError("clean-up failed");
}
