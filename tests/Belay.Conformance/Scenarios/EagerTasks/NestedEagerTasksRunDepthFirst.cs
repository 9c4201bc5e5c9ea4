// Eager tasks that create eager tasks run one within the other.
namespace Belay.Conformance.Scenarios.EagerTasks;

static class NestedEagerTasksRunDepthFirst
{
    public static async Coro Main() => await Coro.CreateTask(Nest(2), eager: true);

    static async Coro Nest(int depth)
    {
        Log("enters", depth);
        if (depth > 0)
        {
            var inner = Coro.CreateTask(Nest(depth - 1), eager: true);
            Log("back in", depth, inner.IsDone);
            await inner;
        }
        await Coro.Yield();
        Log("leaves", depth);
    }
}
