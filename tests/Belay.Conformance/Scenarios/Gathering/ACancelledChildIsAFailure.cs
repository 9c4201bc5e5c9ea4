// A child that is cancelled by somebody else surfaces like a failure; the gather itself is not cancelled.
namespace Belay.Conformance.Scenarios.Gathering;

static class ACancelledChildIsAFailure
{
    public static async Coro Main()
    {
        var victim = Coro.CreateTask(Coro.Sleep(Seconds(3600)));
        var gathered = Coro.Gather(new[] { victim, Coro.CreateTask(Works()) });
        await Coro.Yield();
        victim.Cancel("by somebody");
        try { await gathered; }
        catch (CancelledException error) { Log("caught", error, "cancelled:", gathered.IsCancelled); }
        Log("requests", Coro.CurrentTask.Cancelling);
        await Turns(3);
    }

    static async Coro Works()
    {
        await Turns(3);
        Log("the other ends");
    }
}
