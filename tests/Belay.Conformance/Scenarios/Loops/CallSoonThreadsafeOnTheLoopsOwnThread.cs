// On the loop's own thread the thread-safe call is the ordinary one, in the same queue.
namespace Belay.Conformance.Scenarios.Loops;

static class CallSoonThreadsafeOnTheLoopsOwnThread
{
    public static async Coro Main()
    {
        var loop = EventLoop.Running;
        loop.CallSoon(() => Log("first"));
        loop.CallSoonThreadSafe(() => Log("second"));
        loop.CallSoon(() => Log("third"));
        await Coro.Yield();
        Log("a turn later");
    }
}
