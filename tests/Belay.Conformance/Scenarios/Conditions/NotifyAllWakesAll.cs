// Notify-all wakes every waiter; they go on one after the other, as each has the lock.
namespace Belay.Conformance.Scenarios.Conditions;

static class NotifyAllWakesAll
{
    public static async Coro Main()
    {
        var condition = new AsyncCondition();
        CoroTask[] tasks = [.. new[] { "a", "b" }.Select(name => Coro.CreateTask(Waiter(name, condition)))];
        await Turns(2);
        using (await condition.AcquireAsync()) condition.NotifyAll();
        Log("notified");
        foreach (var task in tasks) await task;
    }

    static async Coro Waiter(string name, AsyncCondition condition)
    {
        using (await condition.AcquireAsync())
        {
            await condition.WaitAsync();
            Log(name, "has the lock");
            await Turns(2);
            Log(name, "lets go");
        }
    }
}
