// A cancellation from outside wins over the time-out, and its request stays counted.
namespace Belay.Conformance.Scenarios.Timeouts;

static class ACancelFromOutsideWins
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Work());
        await Coro.Sleep(Seconds(2));
        task.Cancel("outside");
        await Turns(3);
        Log("cancelled:", task.IsCancelled);
    }

    static async Coro Work()
    {
        TimeoutScope kept = null!;
        try
        {
            await Coro.Timeout(Seconds(1), async scope =>
            {
                kept = scope;
                try { await Coro.Sleep(Seconds(100)); }
                finally { await Coro.Sleep(Seconds(100)); }
            });
        }
        catch (CancelledException error)
        {
            Log("cancelled", error, "expired:", kept.IsExpired);
            Log("requests", Coro.CurrentTask.Cancelling);
            throw;
        }
    }
}
