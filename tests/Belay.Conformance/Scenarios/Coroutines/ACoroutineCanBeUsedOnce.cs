// A coroutine that has run cannot be awaited again.
namespace Belay.Conformance.Scenarios.Coroutines;

static class ACoroutineCanBeUsedOnce
{
    public static async Coro Main()
    {
        var coroutine = Work();
        await coroutine;
        try { await coroutine; }
        catch (InvalidOperationException error) { Log("second await", error); }
    }

    static async Coro Work() => Log("work runs");
}
