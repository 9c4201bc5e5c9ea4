// A group that waits at its end absorbs repeated requests: children are cancelled once, all requests are counted.
namespace Belay.Conformance.Scenarios.Groups;

static class RepeatedCancelsWhileWaiting
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Parent());
        await Turns(2);
        for (var number = 0; number < 2; number++)
        {
            task.Cancel($"request {number}");
            await Turns(2);
            Log("requests", task.Cancelling, "done:", task.IsDone);
        }
        try { await task; }
        catch (CancelledException error) { Log("main got", error); }
    }

    static async Coro SlowToStop()
    {
        try { await Coro.Sleep(Seconds(3600)); }
        finally
        {
            Log("stopping");
            await Turns(4);
            Log("stopped");
        }
    }

    static Coro Parent() => TaskGroup.Run(async group => { group.CreateTask(SlowToStop()); });
}
