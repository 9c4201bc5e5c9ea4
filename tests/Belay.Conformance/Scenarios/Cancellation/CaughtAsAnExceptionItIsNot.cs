// A handler for ordinary failures does not catch a cancellation in Python; in C# it says so in its filter.
namespace Belay.Conformance.Scenarios.Cancellation;

static class CaughtAsAnExceptionItIsNot
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Work());
        await Coro.Yield();
        task.Cancel();
        await Coro.Yield();
        Log("cancelled:", task.IsCancelled);
    }

    static async Coro Work()
    {
        try { await Coro.Sleep(Seconds(3600)); }
        catch (Exception error) when (error is not CancelledException) { Log("never", error); }
        finally { Log("on its way out"); }
    }
}
