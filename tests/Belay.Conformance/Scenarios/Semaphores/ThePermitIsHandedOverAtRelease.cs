// A released permit goes to the first waiter at once: a newcomer cannot take it.
namespace Belay.Conformance.Scenarios.Semaphores;

static class ThePermitIsHandedOverAtRelease
{
    public static async Coro Main()
    {
        var semaphore = new AsyncSemaphore(1);
        await semaphore.AcquireAsync();
        var task = Coro.CreateTask(Waiter(semaphore));
        await Coro.Yield();
        semaphore.Release();
        Log("released, locked:", semaphore.IsLocked);
        using (await semaphore.AcquireAsync()) Log("main has it again");
        await task;
    }

    static async Coro Waiter(AsyncSemaphore semaphore)
    {
        using (await semaphore.AcquireAsync()) Log("waiter has it");
    }
}
