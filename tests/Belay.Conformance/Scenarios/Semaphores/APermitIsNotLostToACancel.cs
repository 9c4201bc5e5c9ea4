// A waiter cancelled after it was given the permit gives it to the next.
namespace Belay.Conformance.Scenarios.Semaphores;

static class APermitIsNotLostToACancel
{
    public static async Coro Main()
    {
        var semaphore = new AsyncSemaphore(1);
        await semaphore.AcquireAsync();
        var first = Coro.CreateTask(Waiter("first", semaphore));
        var second = Coro.CreateTask(Waiter("second", semaphore));
        await Coro.Yield();
        semaphore.Release();
        first.Cancel();
        await second;
        Log("first cancelled:", first.IsCancelled, "locked:", semaphore.IsLocked);
    }

    static async Coro Waiter(string name, AsyncSemaphore semaphore)
    {
        using (await semaphore.AcquireAsync()) Log(name, "has it");
    }
}
