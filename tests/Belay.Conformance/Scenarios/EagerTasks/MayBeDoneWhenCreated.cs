// An eager task that never waits is done when it is created, and awaiting it gives up no turn.
namespace Belay.Conformance.Scenarios.EagerTasks;

static class MayBeDoneWhenCreated
{
    public static async Coro Main()
    {
        var waiting = Coro.CreateTask(Other());
        var task = Coro.CreateTask(Work(), eager: true);
        Log("done:", task.IsDone, "result:", task.Result);
        Log("awaited", await task);
        await waiting;
    }

    static async Coro Other() => Log("other runs");

    static async Coro<int> Work() => 42;
}
