// Tasks that finish in one turn come one after the other, without a turn between them.
namespace Belay.Conformance.Scenarios.Completing;

static class SeveralInOneTurn
{
    public static async Coro Main()
    {
        var ticking = Coro.CreateTask(Ticks());
        CoroTask<string>[] tasks = [.. new[] { "a", "b", "c" }.Select(name => Coro.CreateTask(Work(name)))];
        await foreach (var task in Coro.AsCompleted(tasks)) Log("got", await task);
        await ticking;
    }

    static async Coro<string> Work(string name)
    {
        await Coro.Yield();
        return name;
    }

    static async Coro Ticks()
    {
        for (var tick = 0; tick < 6; tick++)
        {
            Log("tick", tick);
            await Coro.Yield();
        }
    }
}
