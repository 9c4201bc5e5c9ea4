// A handle cancels its callback, any time before it runs.
namespace Belay.Conformance.Scenarios.Loops;

static class CancelledHandleIsNotCalled
{
    public static async Coro Main()
    {
        var loop = EventLoop.Running;
        var handle = loop.CallSoon(() => Log("never"));
        var kept = loop.CallSoon(() => Log("kept"));
        handle.Cancel();
        Log("cancelled:", handle.IsCancelled, kept.IsCancelled);
        await Coro.Yield();
        handle.Cancel();
        Log("cancelling again does nothing");
    }
}
