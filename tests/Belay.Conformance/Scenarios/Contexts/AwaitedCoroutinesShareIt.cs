// A coroutine that is awaited shares its caller's context: what it sets is seen by the caller.
namespace Belay.Conformance.Scenarios.Contexts;

static class AwaitedCoroutinesShareIt
{
    static readonly ContextVar<string> _user = new("user", "nobody");

    public static async Coro Main()
    {
        Log("before", _user.Value);
        await LogIn("alice");
        Log("after", _user.Value);
        await Coro.Yield();
        Log("a turn later", _user.Value);
    }

    static async Coro LogIn(string name)
    {
        await Coro.Yield();
        _user.Value = name;
    }
}
