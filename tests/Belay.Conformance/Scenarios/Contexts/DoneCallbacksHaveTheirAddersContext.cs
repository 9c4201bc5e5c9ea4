// A done callback runs in the context of whoever added it, not in the task's.
namespace Belay.Conformance.Scenarios.Contexts;

static class DoneCallbacksHaveTheirAddersContext
{
    static readonly ContextVar<string> _user = new("user", "nobody");

    public static async Coro Main()
    {
        _user.Value = "main";
        var task = Coro.CreateTask(Work());
        task.AddDoneCallback(_ => Log("callback sees", _user.Value));
        _user.Value = "main, changed";
        await task;
        Log("main sees", _user.Value);
    }

    static async Coro Work()
    {
        _user.Value = "the task";
        await Coro.Yield();
    }
}
