// A reset breaks it for those who wait, and lets it serve again.
namespace Belay.Conformance.Scenarios.Barriers;

static class ResetLetsItServeAgain
{
    public static async Coro Main()
    {
        var barrier = new AsyncBarrier(2);
        var first = Coro.CreateTask(Party("first", barrier));
        await Coro.Yield();
        await barrier.ResetAsync();
        await first;
        Log("broken:", barrier.IsBroken);
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Party("second", barrier));
            group.CreateTask(Party("third", barrier));
        });
    }

    static async Coro Party(string name, AsyncBarrier barrier)
    {
        try { Log(name, "passes as", await barrier.WaitAsync()); }
        catch (BrokenBarrierException error) { Log(name, error); }
    }
}
