// The work sees a copy of the caller's context.
namespace Belay.Conformance.Scenarios.Threads;

static class TheContextGoesAlong
{
    static readonly ContextVar<string> _user = new("user", "nobody");

    public static async Coro Main()
    {
        _user.Value = "alice";
        await Coro.ToThread(() => Blocking());
        Log("main sees", _user.Value);
    }

    static void Blocking()
    {
        Log("thread sees", _user.Value);
        _user.Value = "the thread's";
    }
}
