// When the time is over, wait returns what is done and what is not; nothing is raised or cancelled.
namespace Belay.Conformance.Scenarios.Waiting;

static class WithATimeLimit
{
    public static async Coro Main()
    {
        CoroTask[] tasks = [Coro.CreateTask(Work(1)), Coro.CreateTask(Work(3))];
        var (done, pending) = await Coro.Wait(tasks, Seconds(2));
        Log("at", EventLoop.Running.Time, "done", done.Count, "pending", pending.Count);
        (done, pending) = await Coro.Wait(pending);
        Log("at", EventLoop.Running.Time, "done", done.Count, "pending", pending.Count);
    }

    static async Coro Work(int seconds)
    {
        await Coro.Sleep(Seconds(seconds));
        Log("worked", seconds);
    }
}
