// A newcomer does not overtake a waiter that has been woken but has not run yet.
namespace Belay.Conformance.Scenarios.Locks;

static class NewcomersQueueWhileSomeoneIsWoken
{
    public static async Coro Main()
    {
        var gate = new AsyncLock();
        await gate.AcquireAsync();
        var first = Coro.CreateTask(Waiter("first", gate));
        await Coro.Yield();
        gate.Release();
        Log("released, locked:", gate.IsLocked);
        using (await gate.AcquireAsync()) Log("main has it again");
        await first;
    }

    static async Coro Waiter(string name, AsyncLock gate)
    {
        using (await gate.AcquireAsync()) Log(name, "has it");
    }
}
