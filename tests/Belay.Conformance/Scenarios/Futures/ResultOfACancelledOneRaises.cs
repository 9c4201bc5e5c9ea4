// Asking a cancelled future for its result or exception raises CancelledError.
namespace Belay.Conformance.Scenarios.Futures;

static class ResultOfACancelledOneRaises
{
    public static async Coro Main()
    {
        var future = new Future<int>();
        future.Cancel("gone");
        foreach (var ask in new Func<object?>[] { () => future.Result, () => future.Exception })
        {
            try { ask(); }
            catch (CancelledException) { Log("cancelled"); }
        }
    }
}
