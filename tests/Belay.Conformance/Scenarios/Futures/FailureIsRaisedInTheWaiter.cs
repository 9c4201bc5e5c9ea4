// A future can be given a failure, which whoever awaits it gets.
namespace Belay.Conformance.Scenarios.Futures;

static class FailureIsRaisedInTheWaiter
{
    public static async Coro Main()
    {
        var future = new Future<int>();
        var tasks = new[] { "a", "b" }.Select(name => Coro.CreateTask(Waiter(name, future))).ToArray();
        await Coro.Yield();
        future.SetException(new AppError("failed"));
        foreach (var task in tasks) await task;
        Log("exception", future.Exception);
    }

    static async Coro Waiter(string name, Future<int> future)
    {
        try { await future; }
        catch (AppError error) { Log(name, error); }
    }
}
