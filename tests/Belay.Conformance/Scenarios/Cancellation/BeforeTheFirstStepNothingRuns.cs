// A task cancelled before its first step ends without running any of its body, not even a finally.
namespace Belay.Conformance.Scenarios.Cancellation;

static class BeforeTheFirstStepNothingRuns
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Work());
        task.Cancel();
        await Coro.Yield();
        Log("a turn later, done:", task.IsDone);
        try { await task; }
        catch (CancelledException error) { Log("awaited", error); }
    }

    static async Coro Work()
    {
        try { Log("never"); }
        finally { Log("never either"); }
    }
}
