// Callbacks and the steps of tasks are in one queue.
namespace Belay.Conformance.Scenarios.Loops;

static class CallbacksAndTasksShareTheQueue
{
    public static async Coro Main()
    {
        var loop = EventLoop.Running;
        var first = Coro.CreateTask(Work("first task"));
        loop.CallSoon(() => Log("callback"));
        var second = Coro.CreateTask(Work("second task"));
        await second;
        Log("first done:", first.IsDone);
    }

    static async Coro Work(string name)
    {
        Log(name);
        await Coro.Yield();
        Log(name, "again");
    }
}
