// How many turns it takes to await a task: one that returns at once, waits, fails, is cancelled, or is done.
namespace Belay.Conformance.Scenarios.TurnsTaken;

static class ByTasks
{
    public static async Coro Main()
    {
        using var ticker = new Ticker();
        var done = Coro.CreateTask(Turns(0));
        await done;
        Log("returns at once", ticker.Turn);
        await Coro.CreateTask(Turns(3));
        Log("waits three turns", ticker.Turn);
        await Settle(Coro.CreateTask(Fails()));
        Log("fails", ticker.Turn);
        var cancelled = Coro.CreateTask(Turns(3));
        await Coro.Yield();
        cancelled.Cancel();
        await Settle(cancelled);
        Log("is cancelled", ticker.Turn);
        await done;
        Log("is done", ticker.Turn);
    }

    static async Coro Fails() => throw new AppError("at once");

    static async Coro Settle(CoroTask task)
    {
        try { await task; }
        catch (Exception error) when (error is AppError or CancelledException) { }
    }
}
