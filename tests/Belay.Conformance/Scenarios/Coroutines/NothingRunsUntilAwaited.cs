// Calling a coroutine function runs nothing of it; awaiting the coroutine does.
namespace Belay.Conformance.Scenarios.Coroutines;

static class NothingRunsUntilAwaited
{
    public static async Coro Main()
    {
        var coroutine = Work();
        Log("called");
        Log("result", await coroutine);
    }

    static async Coro<int> Work()
    {
        Log("work runs");
        return 7;
    }
}
