// However deep the innermost coroutine lies, resuming it is one step of the loop.
namespace Belay.Conformance.Scenarios.Coroutines;

static class DeepAwaitsTakeOneStepToResume
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Tick());
        Log("depth", await Descend(50));
        Log("depth", await Descend(10));
        await task;
    }

    static async Coro<int> Descend(int depth)
    {
        if (depth > 0) return await Descend(depth - 1) + 1;
        await Coro.Yield();
        return 0;
    }

    static async Coro Tick()
    {
        for (var i = 0; i < 3; i++)
        {
            Log("tick", i);
            await Coro.Yield();
        }
    }
}
