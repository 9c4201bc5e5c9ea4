// A party cancelled while it waits leaves; the barrier is not broken and waits for another.
namespace Belay.Conformance.Scenarios.Barriers;

static class ACancelledPartyDoesNotBreakIt
{
    public static async Coro Main()
    {
        var barrier = new AsyncBarrier(2);
        var first = Coro.CreateTask(Party("first", barrier));
        await Coro.Yield();
        first.Cancel("leaves");
        await Turns(2);
        Log("waiting", barrier.WaitingCount, "broken:", barrier.IsBroken);
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Party("second", barrier));
            group.CreateTask(Party("third", barrier));
        });
    }

    static async Coro Party(string name, AsyncBarrier barrier)
    {
        try { Log(name, "passes as", await barrier.WaitAsync()); }
        catch (CancelledException error)
        {
            Log(name, error);
            throw;
        }
    }
}
