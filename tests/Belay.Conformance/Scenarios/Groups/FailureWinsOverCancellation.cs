// Cancelled from outside while a child fails: the failure leaves, the request stays and comes at the next await.
namespace Belay.Conformance.Scenarios.Groups;

static class FailureWinsOverCancellation
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Parent());
        await Turns(2);
        task.Cancel("outside");
        await Turns(5);
        Log("cancelled:", task.IsCancelled);
    }

    static async Coro FailsWhenCancelled()
    {
        try { await Coro.Sleep(Seconds(3600)); }
        catch (CancelledException) { throw new AppError("while cancelled"); }
    }

    static async Coro Parent()
    {
        try
        {
            await TaskGroup.Run(async group => { group.CreateTask(FailsWhenCancelled()); });
        }
        catch (ExceptionGroup failed) { Log("caught", failed); }
        Log("requests", Coro.CurrentTask.Cancelling);
        try { await Coro.Yield(); }
        catch (CancelledException error)
        {
            Log("then", error);
            throw;
        }
    }
}
