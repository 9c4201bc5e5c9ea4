// An event as a starting signal: tasks get ready, then run together.
namespace Belay.Conformance.Scenarios.Events;

static class StartTogether
{
    public static async Coro Main()
    {
        var start = new AsyncEvent();
        await TaskGroup.Run(async group =>
        {
            foreach (var (name, count) in new[] { ("a", 2), ("b", 0), ("c", 1) }) group.CreateTask(Runner(name, count, start));
            await Turns(5);
            Log("start");
            start.Set();
        });
    }

    static async Coro Runner(string name, int count, AsyncEvent start)
    {
        await Turns(count);
        Log(name, "ready");
        await start.WaitAsync();
        Log(name, "runs");
    }
}
