// A future that is not done has neither a result nor an exception.
namespace Belay.Conformance.Scenarios.Futures;

static class ResultTooEarlyIsInvalid
{
    public static async Coro Main()
    {
        var future = new Future<string>();
        foreach (var ask in new Func<object?>[] { () => future.Result, () => future.Exception })
        {
            try { ask(); }
            catch (InvalidStateException error) { Log("too early", error); }
        }
        future.SetResult("now");
        Log("result", future.Result);
        Log("exception", future.Exception);
    }
}
