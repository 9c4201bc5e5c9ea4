// Cancelling a gather raises even where failures would have been results.
namespace Belay.Conformance.Scenarios.Gathering;

static class CancelledWithOutcomesCollected
{
    public static async Coro Main()
    {
        var gathered = Coro.GatherOutcomes(new[] { Fails(), Coro.Sleep(Seconds(3600)) });
        await Turns(2);
        gathered.Cancel("stop");
        try { await gathered; }
        catch (CancelledException error) { Log("raised", error); }
    }

    static async Coro Fails() => throw new AppError("collected");
}
