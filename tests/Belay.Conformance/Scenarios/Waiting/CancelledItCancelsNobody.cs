// Cancelling whoever waits leaves the tasks alone.
namespace Belay.Conformance.Scenarios.Waiting;

static class CancelledItCancelsNobody
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Work());
        var waiting = Coro.CreateTask(Waiter([task]));
        await Turns(2);
        waiting.Cancel("no patience");
        await task;
        Log("waiter cancelled:", waiting.IsCancelled);
    }

    static async Coro Work()
    {
        await Turns(4);
        Log("work ends");
    }

    static async Coro Waiter(CoroTask[] tasks)
    {
        try { await Coro.Wait(tasks); }
        catch (CancelledException error)
        {
            Log("waiter", error);
            throw;
        }
    }
}
