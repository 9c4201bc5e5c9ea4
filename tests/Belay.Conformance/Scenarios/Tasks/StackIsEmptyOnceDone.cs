// A suspended task has a stack; a task that is done has none.
namespace Belay.Conformance.Scenarios.Tasks;

static class StackIsEmptyOnceDone
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Inner());
        Log("before its first step", task.GetStack().Count > 0);
        await Coro.Yield();
        Log("suspended", task.GetStack().Count > 0);
        await task;
        Log("done", task.GetStack().Count > 0);
    }

    static async Coro Inner() => await Coro.Yield();
}
