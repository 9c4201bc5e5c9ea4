// The block releases the lock on a failure and on a cancellation too.
namespace Belay.Conformance.Scenarios.Locks;

static class ReleasedOnEveryWayOut
{
    public static async Coro Main()
    {
        var gate = new AsyncLock();
        try { await Fails(gate); }
        catch (AppError error) { Log("after", error, "locked:", gate.IsLocked); }
        var task = Coro.CreateTask(Waits(gate));
        await Coro.Yield();
        Log("in between, locked:", gate.IsLocked);
        task.Cancel();
        await Coro.Yield();
        Log("after the cancel, locked:", gate.IsLocked);
    }

    static async Coro Fails(AsyncLock gate)
    {
        using (await gate.AcquireAsync()) throw new AppError("inside");
    }

    static async Coro Waits(AsyncLock gate)
    {
        using (await gate.AcquireAsync()) await Coro.Sleep(Seconds(3600));
    }
}
