// Cancelling whoever awaits a shield leaves the inner task running.
namespace Belay.Conformance.Scenarios.Shielding;

static class TheInnerRunsOn
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Request());
        await Turns(2);
        task.Cancel("client is gone");
        await Turns(2);
        Log("cancelled:", task.IsCancelled);
        await Turns(3);
        Log("main ends");
    }

    static async Coro Commit()
    {
        await Turns(4);
        Log("committed");
    }

    static async Coro Request()
    {
        try { await Coro.Shield(Commit()); }
        catch (CancelledException error)
        {
            Log("request", error);
            throw;
        }
    }
}
