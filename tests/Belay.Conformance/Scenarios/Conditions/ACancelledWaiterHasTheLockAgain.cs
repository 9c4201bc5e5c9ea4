// A cancelled waiter takes the lock again before the cancellation goes on, so its block can release it.
namespace Belay.Conformance.Scenarios.Conditions;

static class ACancelledWaiterHasTheLockAgain
{
    public static async Coro Main()
    {
        var condition = new AsyncCondition();
        var task = Coro.CreateTask(Waiter(condition));
        await Coro.Yield();
        using (await condition.AcquireAsync())
        {
            task.Cancel("enough");
            await Turns(3);
            Log("main still has the lock, the waiter done:", task.IsDone);
        }
        await Turns(3);
        Log("cancelled:", task.IsCancelled, "locked:", condition.IsLocked);
    }

    static async Coro Waiter(AsyncCondition condition)
    {
        using (await condition.AcquireAsync())
        {
            try { await condition.WaitAsync(); }
            catch (CancelledException error)
            {
                Log("waiter", error, "locked:", condition.IsLocked);
                throw;
            }
        }
    }
}
