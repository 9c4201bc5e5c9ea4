// Cancelling a future is cancelling it for all who await it, message included.
namespace Belay.Conformance.Scenarios.Futures;

static class CancelReachesAllWaiters
{
    public static async Coro Main()
    {
        var future = new Future<int>();
        var tasks = new[] { "a", "b" }.Select(name => Coro.CreateTask(Waiter(name, future))).ToArray();
        await Coro.Yield();
        Log("cancelled now:", future.Cancel("off"), future.IsCancelled);
        Log("again:", future.Cancel());
        foreach (var task in tasks) await task;
    }

    static async Coro Waiter(string name, Future<int> future)
    {
        try { await future; }
        catch (CancelledException error) { Log(name, error); }
    }
}
