// A task created by another takes its first step after all that were ready before.
namespace Belay.Conformance.Scenarios.Tasks;

static class TasksCreatedByTasksQueueBehind
{
    public static async Coro Main()
    {
        var tasks = new[] { "a", "b" }.Select(name => Coro.CreateTask(Parent(name))).ToArray();
        foreach (var task in tasks) await task;
    }

    static async Coro Leaf(string name) => Log(name);

    static async Coro Parent(string name)
    {
        Log(name);
        var child = Coro.CreateTask(Leaf(name + "'s child"));
        await Coro.Yield();
        Log(name, "again");
        await child;
    }
}
