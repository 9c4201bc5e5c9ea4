// Cancelled from outside before the time is over, the cancellation leaves as it is.
namespace Belay.Conformance.Scenarios.WaitingFor;

static class CancelledFromOutside
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Caller());
        await Turns(2);
        task.Cancel("outside");
        await Turns(2);
        Log("cancelled:", task.IsCancelled, "requests:", task.Cancelling);
    }

    static async Coro Work()
    {
        try { await Coro.Sleep(Seconds(3600)); }
        finally { Log("work cleans up"); }
    }

    static async Coro Caller()
    {
        try { await Coro.WaitFor(Work(), Seconds(10)); }
        catch (CancelledException error)
        {
            Log("caller", error);
            throw;
        }
    }
}
