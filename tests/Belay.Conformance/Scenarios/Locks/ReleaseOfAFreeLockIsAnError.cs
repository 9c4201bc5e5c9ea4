// Releasing a lock that is not locked is an error; releasing another task's is not.
namespace Belay.Conformance.Scenarios.Locks;

static class ReleaseOfAFreeLockIsAnError
{
    public static async Coro Main()
    {
        var gate = new AsyncLock();
        try { gate.Release(); }
        catch (InvalidOperationException error) { Log("free", error); }
        await Coro.CreateTask(Take(gate));
        gate.Release();
        Log("released by main, locked:", gate.IsLocked);
    }

    static async Coro Take(AsyncLock gate)
    {
        await gate.AcquireAsync();
        Log("taken by a task that ends");
    }
}
