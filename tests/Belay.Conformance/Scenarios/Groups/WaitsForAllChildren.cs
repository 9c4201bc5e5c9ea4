// A group leaves only when all its children are done.
namespace Belay.Conformance.Scenarios.Groups;

static class WaitsForAllChildren
{
    public static async Coro Main()
    {
        await TaskGroup.Run(async group =>
        {
            foreach (var (name, count) in new[] { ("slow", 3), ("quick", 1) }) group.CreateTask(Child(name, count));
            Log("body ends");
        });
        Log("group left");
    }

    static async Coro Child(string name, int count)
    {
        await Turns(count);
        Log(name, "done");
    }
}
