// A finally may wait while the task is being cancelled; the task ends only afterwards.
namespace Belay.Conformance.Scenarios.Cancellation;

static class FinallyMayWait
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Work());
        await Coro.Yield();
        task.Cancel();
        for (var i = 0; i < 4; i++)
        {
            await Coro.Yield();
            Log("done:", task.IsDone);
        }
    }

    static async Coro Work()
    {
        try { await Coro.Sleep(Seconds(3600)); }
        finally
        {
            Log("cleaning");
            await Turns(2);
            Log("clean");
        }
    }
}
