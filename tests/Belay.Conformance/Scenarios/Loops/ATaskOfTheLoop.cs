// A task can be made by the loop itself, also from a callback; it belongs to that loop.
namespace Belay.Conformance.Scenarios.Loops;

static class ATaskOfTheLoop
{
    public static async Coro Main()
    {
        var loop = EventLoop.Running;
        var task = Coro.CreateTask(Work());
        Log("its loop:", task.Loop == loop, "done:", task.IsDone);
        Log("result", await task);
        Log("done:", task.IsDone);
    }

    static async Coro<int> Work()
    {
        Log("work");
        return 1;
    }
}
