// Cancelled after it was woken, a waiter hands the lock on: it is not lost.
namespace Belay.Conformance.Scenarios.Locks;

static class AWokenWaiterThatIsCancelledWakesTheNext
{
    public static async Coro Main()
    {
        var gate = new AsyncLock();
        await gate.AcquireAsync();
        var first = Coro.CreateTask(Waiter("first", gate));
        var second = Coro.CreateTask(Waiter("second", gate));
        await Coro.Yield();
        gate.Release();
        first.Cancel();
        await second;
        Log("first cancelled:", first.IsCancelled, "locked:", gate.IsLocked);
    }

    static async Coro Waiter(string name, AsyncLock gate)
    {
        using (await gate.AcquireAsync()) Log(name, "has it");
    }
}
