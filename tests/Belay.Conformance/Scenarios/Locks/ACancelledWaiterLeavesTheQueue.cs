// A cancelled waiter leaves the queue; those behind it move up.
namespace Belay.Conformance.Scenarios.Locks;

static class ACancelledWaiterLeavesTheQueue
{
    public static async Coro Main()
    {
        var gate = new AsyncLock();
        await gate.AcquireAsync();
        CoroTask[] tasks = [.. new[] { "a", "b", "c" }.Select(name => Coro.CreateTask(Waiter(name, gate)))];
        await Coro.Yield();
        tasks[1].Cancel("not you");
        await Coro.Yield();
        gate.Release();
        await Turns(4);
        Log("done:", tasks.Select(task => task.IsDone), "locked:", gate.IsLocked);
    }

    static async Coro Waiter(string name, AsyncLock gate)
    {
        try
        {
            using (await gate.AcquireAsync()) Log(name, "has it");
        }
        catch (CancelledException error)
        {
            Log(name, error);
            throw;
        }
    }
}
