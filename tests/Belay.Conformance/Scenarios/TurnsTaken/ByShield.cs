// How many turns a shield adds.
namespace Belay.Conformance.Scenarios.TurnsTaken;

static class ByShield
{
    public static async Coro Main()
    {
        using var ticker = new Ticker();
        await Measure("a coroutine", Coro.Shield(Value(1)));
        await Measure("a task", Coro.Shield(Coro.CreateTask(Value(2))));
        var done = Coro.CreateTask(Value(3));
        await done;
        await Measure("a done task", Coro.Shield(done));
        await Measure("a shield", Coro.Shield(Coro.Shield(Value(4))));

        async Coro Measure(string name, Coro awaitable)
        {
            var before = ticker.Turn;
            await awaitable;
            Log(name, ticker.Turn - before);
        }
    }

    static async Coro<int> Value(int number) => number;
}
