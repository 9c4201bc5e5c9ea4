// A semaphore admits so many at a time, in the order in which they came.
namespace Belay.Conformance.Scenarios.Semaphores;

static class AdmitsSoMany
{
    public static async Coro Main()
    {
        var semaphore = new AsyncSemaphore(2);
        await TaskGroup.Run(async group =>
        {
            foreach (var name in new[] { "a", "b", "c", "d", "e" }) group.CreateTask(Worker(name, semaphore));
        });
        Log("locked:", semaphore.IsLocked);
    }

    static async Coro Worker(string name, AsyncSemaphore semaphore)
    {
        using (await semaphore.AcquireAsync())
        {
            Log(name, "enters");
            await Turns(3);
            Log(name, "leaves");
        }
    }
}
