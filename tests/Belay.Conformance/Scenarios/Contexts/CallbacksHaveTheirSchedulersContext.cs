// A callback runs in a context of when it was scheduled.
namespace Belay.Conformance.Scenarios.Contexts;

static class CallbacksHaveTheirSchedulersContext
{
    static readonly ContextVar<string> _user = new("user", "nobody");

    public static async Coro Main()
    {
        var loop = EventLoop.Running;
        _user.Value = "main";
        loop.CallSoon(() => Log("main's callback sees", _user.Value));
        await Coro.CreateTask(Other(loop));
        await Coro.Yield();
        Log("main sees", _user.Value);
    }

    static async Coro Other(EventLoop loop)
    {
        _user.Value = "other";
        loop.CallSoon(() => Log("other's callback sees", _user.Value));
    }
}
