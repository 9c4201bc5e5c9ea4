// A future whose failure nobody looks at goes to the error handler; one that was asked does not.
namespace Belay.Conformance.Scenarios.Futures;

static class UnseenFailureIsReported
{
    public static async Coro Main()
    {
        Future<int> seen = new(), unseen = new();
        seen.SetException(new AppError("seen"));
        unseen.SetException(new AppError("unseen"));
        Log("asked", seen.Exception);
        await Turns(2);
        Log("main ends, both done:", seen.IsDone && unseen.IsDone);
    }
}
