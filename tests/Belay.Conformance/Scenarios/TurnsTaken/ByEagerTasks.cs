// How many turns it takes to await an eager task: none if it is done, and one less than another if not.
namespace Belay.Conformance.Scenarios.TurnsTaken;

static class ByEagerTasks
{
    public static async Coro Main()
    {
        using var ticker = new Ticker();
        foreach (var count in new[] { 0, 1, 3 })
        {
            var before = ticker.Turn;
            await Coro.CreateTask(Turns(count), eager: true);
            Log("eager, waits", count, "takes", ticker.Turn - before);
            before = ticker.Turn;
            await Coro.CreateTask(Turns(count));
            Log("other, waits", count, "takes", ticker.Turn - before);
        }
    }
}
