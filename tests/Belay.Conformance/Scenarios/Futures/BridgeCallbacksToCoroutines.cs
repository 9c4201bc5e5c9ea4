// A future is the bridge from a callback to a coroutine.
namespace Belay.Conformance.Scenarios.Futures;

static class BridgeCallbacksToCoroutines
{
    public static async Coro Main()
    {
        Log(await Fetched());
        Log("at", EventLoop.Running.Time);
    }

    /// <summary>An API of callbacks.</summary>
    static void Fetch(Action<string> answer) => EventLoop.Running.CallLater(Seconds(2), () => answer("the answer"));

    static async Coro<string> Fetched()
    {
        var future = new Future<string>();
        Fetch(future.SetResult);
        return await future;
    }
}
