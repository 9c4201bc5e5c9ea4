// What the work raises is raised at the await.
namespace Belay.Conformance.Scenarios.Threads;

static class FailureInAThread
{
    public static async Coro Main()
    {
        try { await Coro.ToThread(() => Blocking()); }
        catch (AppError error) { Log("caught", error); }
        Log("nothing to return", await Coro.ToThread<object?>(() => null));
    }

    static void Blocking() => throw new AppError("in the thread");
}
