// A coroutine that does not wait runs within the step of whoever awaits it: nobody else runs in between.
namespace Belay.Conformance.Scenarios.Coroutines;

static class AwaitingACoroutineGivesUpNoTurn
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Other());
        await Inner();
        await Inner();
        Log("still the same step");
        await task;
    }

    static async Coro Inner() => Log("inner");

    static async Coro Other() => Log("other runs");
}
