// Aborting wakes all who wait with BrokenBarrierError, and whoever comes later gets it too.
namespace Belay.Conformance.Scenarios.Barriers;

static class AbortBreaksIt
{
    public static async Coro Main()
    {
        var barrier = new AsyncBarrier(3);
        CoroTask[] tasks = [.. new[] { "a", "b" }.Select(name => Coro.CreateTask(Party(name, barrier)))];
        await Coro.Yield();
        await barrier.AbortAsync();
        Log("broken:", barrier.IsBroken);
        foreach (var task in tasks) await task;
        await Party("late", barrier);
    }

    static async Coro Party(string name, AsyncBarrier barrier)
    {
        try { await barrier.WaitAsync(); }
        catch (BrokenBarrierException error) { Log(name, error); }
    }
}
