// A future knows the loop that it belongs to.
namespace Belay.Conformance.Scenarios.Futures;

static class BelongToTheirLoop
{
    public static async Coro Main()
    {
        var loop = EventLoop.Running;
        Log("a future's", new Future<int>().Loop == loop);
        Log("a task's", Coro.CurrentTask.Loop == loop);
    }
}
