// Waiting for a lock can be given a limit; who gives up leaves no trace in the queue.
namespace Belay.Conformance.Scenarios.Locks;

static class WithATimeLimit
{
    public static async Coro Main()
    {
        var gate = new AsyncLock();
        await gate.AcquireAsync();
        await Coro.CreateTask(Impatient(gate));
        gate.Release();
        await Turns(2);
        Log("locked:", gate.IsLocked);
    }

    static async Coro Impatient(AsyncLock gate)
    {
        try { await Coro.WaitFor(gate.AcquireAsync(), Seconds(1)); }
        catch (TimeoutException error) { Log("gave up", error); }
    }
}
