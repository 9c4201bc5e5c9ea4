// A callback may cancel one that is due in the same turn.
namespace Belay.Conformance.Scenarios.Loops;

static class ACallbackMayCancelTheNext
{
    public static async Coro Main()
    {
        var loop = EventLoop.Running;
        Handle second = null!;
        loop.CallSoon(() =>
        {
            Log("first cancels the second");
            second.Cancel();
        });
        second = loop.CallSoon(() => Log("never"));
        loop.CallSoon(() => Log("third"));
        await Coro.Yield();
        Log("done");
    }
}
