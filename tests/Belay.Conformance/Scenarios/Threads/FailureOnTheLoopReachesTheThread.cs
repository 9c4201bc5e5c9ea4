// A failure of the coroutine is raised in the thread that waits for it.
namespace Belay.Conformance.Scenarios.Threads;

static class FailureOnTheLoopReachesTheThread
{
    public static async Coro Main()
    {
        var loop = EventLoop.Running;
        await Coro.ToThread(() => Thread(loop));
        Log("main ends");
    }

    static async Coro Fails()
    {
        await Coro.Yield();
        throw new AppError("on the loop");
    }

    static void Thread(EventLoop loop)
    {
        try { Coro.RunThreadSafe(Fails(), loop).GetAwaiter().GetResult(); }
        catch (AppError error) { Log("the thread caught", error); }
    }
}
