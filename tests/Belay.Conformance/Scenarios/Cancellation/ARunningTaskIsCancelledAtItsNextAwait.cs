// A task that cancels itself goes on to its next await, where the exception is thrown.
namespace Belay.Conformance.Scenarios.Cancellation;

static class ARunningTaskIsCancelledAtItsNextAwait
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Work());
        try { await task; }
        catch (CancelledException error) { Log("main got", error); }
    }

    static async Coro Work()
    {
        Coro.CurrentTask.Cancel("by myself");
        Log("still here");
        try
        {
            await Coro.Yield();
            Log("never here");
        }
        finally { Log("cleaned up"); }
    }
}
