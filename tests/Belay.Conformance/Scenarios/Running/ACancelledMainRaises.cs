// A main that ends cancelled makes the run raise CancelledError.
namespace Belay.Conformance.Scenarios.Running;

static class ACancelledMainRaises
{
    public static void Main()
    {
        try { Coro.Run(Work(), Options); }
        catch (CancelledException error) { Log("left the run", error); }
    }

    static async Coro Work()
    {
        Coro.CurrentTask.Cancel("myself");
        try { await Coro.Yield(); }
        finally { Log("cleans up"); }
    }
}
