// Waiting for the first: the others go on, and it is for the caller to cancel them.
namespace Belay.Conformance.Scenarios.Waiting;

static class ForTheFirst
{
    public static async Coro Main()
    {
        CoroTask[] tasks = [.. new[] { ("slow", 5), ("quick", 1) }.Select(each => Coro.CreateTask(Work(each.Item1, each.Item2), name: each.Item1))];
        var (done, pending) = await Coro.Wait(tasks, returnWhen: ReturnWhen.FirstCompleted);
        Log("done", done.Select(task => ((CoroTask)task).Name));
        foreach (var task in pending.Cast<CoroTask>())
        {
            Log("cancels", task.Name);
            task.Cancel();
        }
        await Coro.Wait(pending);
        Log("cancelled:", tasks[0].IsCancelled);
    }

    static async Coro Work(string name, int count)
    {
        try { await Turns(count); }
        finally { Log(name, "ends"); }
    }
}
