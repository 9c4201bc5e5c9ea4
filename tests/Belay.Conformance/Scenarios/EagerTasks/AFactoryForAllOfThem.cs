// A factory makes all tasks of a loop eager; here each is made so.
namespace Belay.Conformance.Scenarios.EagerTasks;

static class AFactoryForAllOfThem
{
    public static async Coro Main()
    {
        CoroTask[] tasks = [.. new[] { "a", "b" }.Select(name => Coro.CreateTask(Work(name), eager: true))];
        Log("created");
        foreach (var task in tasks) await task;
    }

    static async Coro Work(string name)
    {
        Log(name, "runs at once");
        await Coro.Yield();
        Log(name, "ends");
    }
}
