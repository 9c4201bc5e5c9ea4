// How many turns the hand-over of a lock and of a semaphore takes.
namespace Belay.Conformance.Scenarios.TurnsTaken;

static class ByLocksAndSemaphores
{
    public static async Coro Main()
    {
        using var ticker = new Ticker();
        AsyncLock gate = new();
        AsyncSemaphore one = new(1), two = new(2);
        foreach (var acquire in new Func<Coro<IDisposable>>[] { async () => await gate.AcquireAsync(), async () => await one.AcquireAsync(), async () => await two.AcquireAsync() })
        {
            CoroTask[] tasks = [.. new[] { "a", "b", "c", "d" }.Select(name => Coro.CreateTask(Holder(name, acquire)))];
            await Turns(2);
            tasks[2].Cancel();
            await Coro.GatherOutcomes(tasks);
        }

        async Coro Holder(string name, Func<Coro<IDisposable>> acquire)
        {
            using (await acquire())
            {
                Log(name, "holds it in turn", ticker.Turn);
                await Coro.Yield();
            }
            Log(name, "left in turn", ticker.Turn);
        }
    }
}
