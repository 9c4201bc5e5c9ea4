// When main ends, the tasks that are left are cancelled all at once and waited for.
namespace Belay.Conformance.Scenarios.Running;

static class LeftTasksAreCancelledAndAwaited
{
    public static void Main()
    {
        List<CoroTask> tasks = [];
        Coro.Run(Work(tasks), Options);
        Log("cancelled:", tasks.Select(task => task.IsCancelled));
    }

    static async Coro Background(string name, int count)
    {
        try { await Coro.Sleep(Seconds(3600)); }
        catch (CancelledException)
        {
            Log(name, "is cancelled");
            await Turns(count);
            Log(name, "is done");
            throw;
        }
    }

    static async Coro Work(List<CoroTask> tasks)
    {
        foreach (var (name, count) in new[] { ("slow", 2), ("quick", 0) }) tasks.Add(Coro.CreateTask(Background(name, count)));
        await Coro.Yield();
        Log("main ends");
    }
}
