// A coroutine that raises CancelledError itself ends its task as cancelled; no request is counted.
namespace Belay.Conformance.Scenarios.Cancellation;

static class RaisedByHandItEndsTheTaskCancelled
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Quit());
        try { await task; }
        catch (CancelledException error) { Log("main got", error); }
        Log("cancelled:", task.IsCancelled, "requests:", task.Cancelling);
        Log("main's requests:", Coro.CurrentTask.Cancelling);
    }

    static async Coro Quit() => throw new CancelledException("I quit");
}
