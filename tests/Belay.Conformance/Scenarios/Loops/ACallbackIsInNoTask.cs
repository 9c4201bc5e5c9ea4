// A callback can create tasks, which start in the next turn; it is in none itself.
namespace Belay.Conformance.Scenarios.Loops;

static class ACallbackIsInNoTask
{
    public static async Coro Main()
    {
        List<CoroTask> tasks = [];
        EventLoop.Running.CallSoon(() =>
        {
            tasks.Add(Coro.CreateTask(Work()));
            Log("callback created a task");
        });
        await Coro.Yield();
        Log("main, a turn later");
        await tasks[0];
    }

    static async Coro Work() => Log("task runs");
}
