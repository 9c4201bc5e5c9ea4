// A callback can be removed until the future is done.
namespace Belay.Conformance.Scenarios.Futures;

static class RemovedCallbackIsNotCalled
{
    public static async Coro Main()
    {
        var future = new Future<int>();
        future.AddDoneCallback(Noisy);
        future.AddDoneCallback(Noisy);
        future.AddDoneCallback(_ => Log("the other"));
        Log("removed", future.RemoveDoneCallback(Noisy));
        future.SetResult(0);
        Log("too late, removed", future.RemoveDoneCallback(Noisy));
        await Coro.Yield();
    }

    static void Noisy(Future future) => Log("never");
}
