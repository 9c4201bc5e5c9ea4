// Cancelling a task that is done does nothing and says so.
namespace Belay.Conformance.Scenarios.Cancellation;

static class ADoneTaskCannotBeCancelled
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Turns(1));
        Log("while it runs", task.IsCancelled);
        await task;
        Log("asked:", task.Cancel());
        Log("cancelled:", task.IsCancelled, "requests:", task.Cancelling);
    }
}
