// Waiting for the first failure passes over what succeeds and what is cancelled.
namespace Belay.Conformance.Scenarios.Waiting;

static class ForTheFirstFailure
{
    public static async Coro Main()
    {
        var plan = new[] { ("succeeds", 1), ("fails", 6), ("is slow", 9) };
        CoroTask[] tasks = [.. plan.Select(each => Coro.CreateTask(Work(each.Item1, each.Item2), name: each.Item1))];
        var victim = Coro.CreateTask(Coro.Sleep(Seconds(3600)), name: "is cancelled");
        EventLoop.Running.CallSoon(() => victim.Cancel());
        var (done, pending) = await Coro.Wait([.. tasks, victim], returnWhen: ReturnWhen.FirstException);
        Log("done", done.Select(task => ((CoroTask)task).Name).Order(StringComparer.Ordinal));
        Log("failure", tasks[1].Exception);
        await Coro.Wait(pending);
    }

    static async Coro Work(string name, int count)
    {
        await Turns(count);
        Log(name, "ends");
        if (name == "fails") throw new AppError(name);
    }
}
