// A callback added to a task that is done already is called in the next turn as well.
namespace Belay.Conformance.Scenarios.Tasks;

static class LateDoneCallbackIsScheduledToo
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Work());
        await task;
        task.AddDoneCallback(done => Log("called"));
        Log("added");
        await Coro.Yield();
        Log("a turn later");
    }

    static async Coro Work() => Log("work");
}
