// A barrier holds its parties until all have come; each gets its number.
namespace Belay.Conformance.Scenarios.Barriers;

static class ReleasesAllTogether
{
    public static async Coro Main()
    {
        var barrier = new AsyncBarrier(3);
        await TaskGroup.Run(async group =>
        {
            foreach (var (name, count) in new[] { ("a", 2), ("b", 0), ("c", 4) }) group.CreateTask(Party(name, count, barrier));
        });
        Log("parties", barrier.Parties, "waiting", barrier.WaitingCount);
    }

    static async Coro Party(string name, int count, AsyncBarrier barrier)
    {
        await Turns(count);
        Log(name, "arrives, waiting", barrier.WaitingCount);
        Log(name, "passes as", await barrier.WaitAsync());
    }
}
