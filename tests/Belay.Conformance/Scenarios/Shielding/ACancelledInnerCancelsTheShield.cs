// When the inner task itself is cancelled, so is the shield.
namespace Belay.Conformance.Scenarios.Shielding;

static class ACancelledInnerCancelsTheShield
{
    public static async Coro Main()
    {
        var inner = Coro.CreateTask(Coro.Sleep(Seconds(3600)));
        var outer = Coro.Shield(inner);
        await Coro.Yield();
        inner.Cancel("the inner itself");
        await Turns(2);
        Log("cancelled:", inner.IsCancelled, outer.IsCancelled);
        try { await outer; }
        catch (CancelledException error) { Log("got", error, "requests", Coro.CurrentTask.Cancelling); }
    }
}
