// Notify wakes so many waiters, in their order; each goes on once it has the lock again.
namespace Belay.Conformance.Scenarios.Conditions;

static class NotifyWakesSome
{
    public static async Coro Main()
    {
        var condition = new AsyncCondition();
        CoroTask[] tasks = [.. new[] { "a", "b", "c" }.Select(name => Coro.CreateTask(Waiter(name, condition)))];
        await Turns(2);
        using (await condition.AcquireAsync())
        {
            condition.Notify(2);
            Log("notified two");
            await Turns(2);
            Log("lets go");
        }
        await Turns(4);
        Log("done:", tasks.Select(task => task.IsDone));
        using (await condition.AcquireAsync()) condition.Notify();
        await tasks[2];
    }

    static async Coro Waiter(string name, AsyncCondition condition)
    {
        using (await condition.AcquireAsync())
        {
            await condition.WaitAsync();
            Log(name, "goes, locked:", condition.IsLocked);
        }
    }
}
