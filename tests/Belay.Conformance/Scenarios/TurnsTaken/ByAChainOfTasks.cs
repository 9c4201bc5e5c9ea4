// A cancellation goes down a chain of tasks at once and comes back up a turn for each.
namespace Belay.Conformance.Scenarios.TurnsTaken;

static class ByAChainOfTasks
{
    public static async Coro Main()
    {
        using var ticker = new Ticker();
        foreach (var depth in new[] { 0, 1, 4 })
        {
            var task = Coro.CreateTask(Chain(depth));
            await Turns(depth + 2);
            var before = ticker.Turn;
            task.Cancel();
            try { await task; }
            catch (CancelledException) { Log("depth", depth, "takes", ticker.Turn - before); }
        }
    }

    static async Coro Chain(int depth)
    {
        if (depth > 0) await Coro.CreateTask(Chain(depth - 1));
        else await Coro.Sleep(Seconds(3600));
    }
}
