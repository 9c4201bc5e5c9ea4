// During its first step an eager task is the current task; afterwards the creator is again.
namespace Belay.Conformance.Scenarios.EagerTasks;

static class CurrentTaskIsTheEagerOne
{
    public static async Coro Main()
    {
        Coro.CurrentTask.Name = "main";
        var task = Coro.CreateTask(Who(), name: "eager", eager: true);
        Log("outside", Coro.CurrentTask.Name);
        await task;
    }

    static async Coro Who() => Log("inside", Coro.CurrentTask.Name);
}
