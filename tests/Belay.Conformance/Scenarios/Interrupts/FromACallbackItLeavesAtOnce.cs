// Raised by a callback of the loop it leaves the run at once; it is not the error handler's.
namespace Belay.Conformance.Scenarios.Interrupts;

static class FromACallbackItLeavesAtOnce
{
    public static void Main()
    {
        try { Coro.Run(Work(), Options); }
        catch (KeyboardInterruptException error) { Log("left the run", error); }
    }

    static async Coro Work()
    {
        EventLoop.Running.CallSoon(() => throw new KeyboardInterruptException());
        try { await Coro.Sleep(Seconds(3600)); }
        finally { Log("main cleans up"); }
    }
}
