// How many turns a gather takes: of nothing, of coroutines, of done tasks, nested, cancelled.
namespace Belay.Conformance.Scenarios.TurnsTaken;

static class ByGather
{
    public static async Coro Main()
    {
        using var ticker = new Ticker();
        await Measure("one", Coro.Gather(new[] { Value(1) }));
        await Measure("two", Coro.Gather(Value(1, 2), Value(2)));
        var done = Coro.CreateTask(Value(1));
        await done;
        await Measure("done", Coro.Gather(done, done));
        await Measure("nested", Coro.Gather(new[] { Coro.Gather(new[] { Value(1) }), Coro.Gather(new[] { Value(2) }) }));
        await Measure("outcomes", Coro.GatherOutcomes(new[] { Value(1), Value(2, 1) }));
        await Measure("failed", Coro.Gather(new[] { Fails(), Value(2, 3) }));
        var cancelled = Coro.Gather(Value(1, 9), Value(2, 9));
        await Turns(2);
        cancelled.Cancel();
        await Measure("cancelled", cancelled);

        async Coro Measure(string name, Future gathered)
        {
            var before = ticker.Turn;
            try { await gathered; }
            catch (Exception error) when (error is AppError or CancelledException) { }
            Log(name, ticker.Turn - before);
        }
    }

    static async Coro<int> Value(int number, int count = 0)
    {
        await Turns(count);
        return number;
    }

    static async Coro<int> Fails() => throw new AppError("at once");
}
