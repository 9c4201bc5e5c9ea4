// Waiting for all of them: it returns when the last is done, raises nothing and cancels nothing.
namespace Belay.Conformance.Scenarios.Waiting;

static class ForAll
{
    public static async Coro Main()
    {
        CoroTask[] tasks = [.. new[] { ("a", 3), ("b", 1), ("c", 2) }.Select(each => Coro.CreateTask(Work(each.Item1, each.Item2), name: each.Item1))];
        var (done, pending) = await Coro.Wait(tasks);
        Log("done", done.Select(task => ((CoroTask)task).Name).Order(StringComparer.Ordinal));
        Log("pending", pending.Count);
        Log("b has", tasks[1].Exception);
    }

    static async Coro Work(string name, int count)
    {
        await Turns(count);
        Log(name, "ends");
        if (name == "b") throw new AppError("not raised by wait");
    }
}
