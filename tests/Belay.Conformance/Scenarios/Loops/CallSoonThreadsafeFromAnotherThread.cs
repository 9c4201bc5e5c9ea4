// Another thread reaches the loop by a call of its own, which wakes it.
namespace Belay.Conformance.Scenarios.Loops;

static class CallSoonThreadsafeFromAnotherThread
{
    public static async Coro Main()
    {
        var loop = EventLoop.Running;
        var future = new Future<string>();
        var thread = new Thread(() => loop.CallSoonThreadSafe(() => future.SetResult("from the thread")));
        thread.Start();
        Log(await future);
        thread.Join();
    }
}
