// A bounded semaphore admits and hands over like any other, and keeps its bound.
namespace Belay.Conformance.Scenarios.Semaphores;

static class BoundedHandsOverAsWell
{
    public static async Coro Main()
    {
        var semaphore = new AsyncBoundedSemaphore(2);
        await TaskGroup.Run(async group =>
        {
            foreach (var name in new[] { "a", "b", "c" }) group.CreateTask(Worker(name, semaphore));
        });
        try { semaphore.Release(); }
        catch (SemaphoreFullException error) { Log("one too many", error); }
    }

    static async Coro Worker(string name, AsyncSemaphore semaphore)
    {
        using (await semaphore.AcquireAsync())
        {
            Log(name, "enters");
            await Coro.Yield();
        }
        Log(name, "left");
    }
}
