// A sleep of zero lets every other ready task take one step.
namespace Belay.Conformance.Scenarios.Coroutines;

static class SleepZeroGivesEveryoneOneStep
{
    public static async Coro Main()
    {
        var tasks = new[] { "a", "b", "c" }.Select(name => Coro.CreateTask(Count(name))).ToArray();
        for (var i = 0; i < 3; i++)
        {
            Log("main", i);
            await Coro.Yield();
        }
        Log("main waits");
        foreach (var task in tasks) await task;
    }

    static async Coro Count(string name)
    {
        for (var i = 0; i < 3; i++)
        {
            Log(name, i);
            await Coro.Yield();
        }
    }
}
