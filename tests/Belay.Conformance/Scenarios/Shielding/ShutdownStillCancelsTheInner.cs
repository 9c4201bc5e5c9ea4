// A shield holds against its awaiter only: the end of the run cancels the inner task.
namespace Belay.Conformance.Scenarios.Shielding;

static class ShutdownStillCancelsTheInner
{
    public static async Coro Main()
    {
        var outer = Coro.Shield(Inner());
        await Coro.Yield();
        outer.Cancel();
        await Coro.Yield();
        Log("main ends");
    }

    static async Coro Inner()
    {
        try { await Coro.Sleep(Seconds(3600)); }
        finally { Log("inner cancelled at the end"); }
    }
}
