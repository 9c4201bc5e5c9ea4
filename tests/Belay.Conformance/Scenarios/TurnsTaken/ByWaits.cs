// How many turns wait, wait_for and as_completed take.
namespace Belay.Conformance.Scenarios.TurnsTaken;

static class ByWaits
{
    public static async Coro Main()
    {
        using var ticker = new Ticker();
        await Measure("wait for all", Discard(Coro.Wait(Tasks(1, 3))));
        await Measure("wait for the first", Discard(Coro.Wait(Tasks(1, 3), returnWhen: ReturnWhen.FirstCompleted)));
        await Measure("a coroutine within an hour", Coro.WaitFor(Value(1), Seconds(3600)));
        await Measure("a task within an hour", Coro.WaitFor(Coro.CreateTask(Value(1)), Seconds(3600)));
        await Measure("a coroutine at once", Coro.WaitFor(Value(1, 2), TimeSpan.Zero));
        await Measure("a task at once", Coro.WaitFor(Coro.CreateTask(Value(1, 2)), TimeSpan.Zero));
        await Measure("as completed", Collect(Tasks(3, 1, 2)));

        async Coro Measure(string name, Coro awaitable)
        {
            var before = ticker.Turn;
            try { await awaitable; }
            catch (TimeoutException) { }
            Log(name, ticker.Turn - before);
        }

        async Coro Collect(CoroTask<int>[] tasks)
        {
            await foreach (var task in Coro.AsCompleted(tasks)) Log("came", await task, "in turn", ticker.Turn);
        }
    }

    static Coro Discard(Coro<WaitResult> waiting) => waiting;

    static CoroTask<int>[] Tasks(params int[] numbers) => [.. numbers.Select(number => Coro.CreateTask(Value(number, number)))];

    static async Coro<int> Value(int number, int count = 0)
    {
        await Turns(count);
        return number;
    }
}
