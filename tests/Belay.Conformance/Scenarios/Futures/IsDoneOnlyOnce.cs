// A future takes one outcome: a second is an error, and a late cancel does nothing.
namespace Belay.Conformance.Scenarios.Futures;

static class IsDoneOnlyOnce
{
    public static async Coro Main()
    {
        var future = new Future<int>();
        future.SetResult(1);
        try { future.SetResult(2); }
        catch (InvalidStateException error) { Log("second result", error); }
        try { future.SetException(new AppError("no")); }
        catch (InvalidStateException error) { Log("late failure", error); }
        Log("late cancel", future.Cancel());
        Log("result", future.Result);
    }
}
