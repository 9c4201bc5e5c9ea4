// Awaiting a future that is done does not give up the turn.
namespace Belay.Conformance.Scenarios.Futures;

static class DoneOnesAreAwaitedWithoutATurn
{
    public static async Coro Main()
    {
        var future = new Future<int>();
        future.SetResult(3);
        var task = Coro.CreateTask(Other());
        Log("first", await future);
        Log("second", await future);
        await task;
    }

    static async Coro Other() => Log("other");
}
