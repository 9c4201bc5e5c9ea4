// What a callback raises goes to the error handler at once; the loop goes on.
namespace Belay.Conformance.Scenarios.Loops;

static class FailingCallbackGoesToTheErrorHandler
{
    public static async Coro Main()
    {
        var loop = EventLoop.Running;
        loop.CallSoon(() => throw new AppError("in a callback"));
        loop.CallSoon(() => Log("the next"));
        await Coro.Yield();
        Log("main goes on");
    }
}
