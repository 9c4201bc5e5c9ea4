// Callbacks run in the next turn, first in, first out; what they schedule runs in the turn after.
namespace Belay.Conformance.Scenarios.Loops;

static class CallSoonIsFirstInFirstOut
{
    public static async Coro Main()
    {
        var loop = EventLoop.Running;
        loop.CallSoon(() =>
        {
            Log("first");
            loop.CallSoon(() => Log("scheduled by the first"));
        });
        loop.CallSoon(() => Log("second"));
        Log("scheduled");
        await Coro.Yield();
        Log("a turn later");
        await Coro.Yield();
        Log("two turns later");
    }
}
