// Children may add children while the group waits at its end.
namespace Belay.Conformance.Scenarios.Groups;

static class CreateWhileItWaits
{
    public static async Coro Main()
    {
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Grow(group, 1));
            Log("body ends");
        });
        Log("left");
    }

    static async Coro Grow(TaskGroup group, int depth)
    {
        await Coro.Yield();
        Log("at depth", depth);
        if (depth < 3) group.CreateTask(Grow(group, depth + 1));
    }
}
