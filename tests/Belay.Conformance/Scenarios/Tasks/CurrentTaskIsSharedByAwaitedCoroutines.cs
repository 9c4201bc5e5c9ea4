// A coroutine that is awaited runs in the task of its caller; a task is a task of its own.
namespace Belay.Conformance.Scenarios.Tasks;

static class CurrentTaskIsSharedByAwaitedCoroutines
{
    public static async Coro Main()
    {
        Coro.CurrentTask.Name = "main";
        await Who("awaited:");
        await Coro.CreateTask(Who("a task:"), name: "child");
        await Who("afterwards:");
    }

    static async Coro Who(string label) => Log(label, Coro.CurrentTask.Name);
}
