// A failure of an eager task's first step is kept by the task, not raised where it is created.
namespace Belay.Conformance.Scenarios.EagerTasks;

static class FailureIsKeptForTheAwait
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Fail(), eager: true);
        Log("created, done:", task.IsDone);
        try { await task; }
        catch (AppError error) { Log("caught", error); }
    }

    static async Coro Fail()
    {
        Log("fails");
        throw new AppError("eagerly");
    }
}
