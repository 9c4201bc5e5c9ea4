// A task starts with a copy of its creator's context: it sees what was set before, and what it sets is its own.
namespace Belay.Conformance.Scenarios.Contexts;

static class ATaskHasACopy
{
    static readonly ContextVar<string> _user = new("user", "nobody");

    public static async Coro Main()
    {
        _user.Value = "main";
        var task = Coro.CreateTask(Child());
        _user.Value = "changed after the creation";
        await task;
        Log("main", _user.Value);
    }

    static async Coro Child()
    {
        Log("child", _user.Value);
        _user.Value = "child";
        await Coro.Yield();
        Log("child", _user.Value);
    }
}
