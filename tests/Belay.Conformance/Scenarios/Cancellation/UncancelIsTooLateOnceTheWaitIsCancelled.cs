// Taking back a request that has already cancelled what the task waits for does not stop it.
namespace Belay.Conformance.Scenarios.Cancellation;

static class UncancelIsTooLateOnceTheWaitIsCancelled
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Work());
        await Coro.Yield();
        task.Cancel("gone out");
        Log("left", task.Uncancel());
        await Coro.Yield();
        Log("cancelled:", task.IsCancelled);
    }

    static async Coro Work()
    {
        try { await new Future<int>(); }
        catch (CancelledException error)
        {
            Log("still delivered", error);
            throw;
        }
    }
}
