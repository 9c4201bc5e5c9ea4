// A barrier can be passed again and again, round by round.
namespace Belay.Conformance.Scenarios.Barriers;

static class CanBeUsedAgain
{
    public static async Coro Main()
    {
        var barrier = new AsyncBarrier(2);
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Party("a", barrier));
            group.CreateTask(Party("b", barrier));
        });
        Log("broken:", barrier.IsBroken);
    }

    static async Coro Party(string name, AsyncBarrier barrier)
    {
        for (var phase = 0; phase < 3; phase++)
        {
            Log(name, "works on phase", phase);
            await barrier.WaitAsync();
        }
    }
}
