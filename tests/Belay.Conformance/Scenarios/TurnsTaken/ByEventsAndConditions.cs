// How many turns it takes from a set or a notification to the waiter.
namespace Belay.Conformance.Scenarios.TurnsTaken;

static class ByEventsAndConditions
{
    public static async Coro Main()
    {
        using var ticker = new Ticker();
        var signal = new AsyncEvent();
        var condition = new AsyncCondition();
        CoroTask[] tasks = [.. new[] { "a", "b" }.Select(name => Coro.CreateTask(WaitForEvent(name)))];
        await Coro.Yield();
        signal.Set();
        Log("set in turn", ticker.Turn);
        await Coro.Gather(tasks);
        tasks = [.. new[] { "c", "d", "e", "f" }.Select(name => Coro.CreateTask(WaitForCondition(name)))];
        await Turns(2);
        using (await condition.AcquireAsync())
        {
            condition.Notify(2);
            Log("notified in turn", ticker.Turn);
        }
        await Turns(4);
        tasks[2].Cancel();
        Log("cancelled in turn", ticker.Turn);
        await Coro.GatherOutcomes(tasks);

        async Coro WaitForEvent(string name)
        {
            await signal.WaitAsync();
            Log(name, "goes in turn", ticker.Turn);
        }

        async Coro WaitForCondition(string name)
        {
            using (await condition.AcquireAsync())
            {
                await condition.WaitAsync();
                Log(name, "goes in turn", ticker.Turn);
            }
        }
    }
}
