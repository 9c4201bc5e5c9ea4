// A semaphore may be released more often than acquired: its value grows.
namespace Belay.Conformance.Scenarios.Semaphores;

static class MayGrow
{
    public static async Coro Main()
    {
        var semaphore = new AsyncSemaphore(0);
        CoroTask[] tasks = [.. new[] { "a", "b", "c" }.Select(name => Coro.CreateTask(Worker(name, semaphore)))];
        await Coro.Yield();
        for (var i = 0; i < 2; i++) semaphore.Release();
        await Turns(2);
        Log("done:", tasks.Select(task => task.IsDone));
        semaphore.Release();
        await tasks[2];
    }

    static async Coro Worker(string name, AsyncSemaphore semaphore)
    {
        await semaphore.AcquireAsync();
        Log(name, "enters");
    }
}
