// A task waited for too long is cancelled, unless it is shielded.
namespace Belay.Conformance.Scenarios.WaitingFor;

static class ATaskIsCancelledToo
{
    public static async Coro Main()
    {
        CoroTask task = null!;
        foreach (var shielded in new[] { false, true })
        {
            task = Coro.CreateTask(Coro.Sleep(Seconds(3)));
            try { await Coro.WaitFor(shielded ? Coro.Shield(task) : task, Seconds(1)); }
            catch (TimeoutException) { Log("too late, the task cancelled:", task.IsCancelled); }
        }
        await task;
        Log("at", EventLoop.Running.Time);
    }
}
