// An eager task takes its first step before the call that creates it returns.
namespace Belay.Conformance.Scenarios.EagerTasks;

static class RunsItsFirstStepAtOnce
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Work(), eager: true);
        Log("created, done:", task.IsDone);
        await task;
    }

    static async Coro Work()
    {
        Log("first step");
        await Coro.Yield();
        Log("second step");
    }
}
