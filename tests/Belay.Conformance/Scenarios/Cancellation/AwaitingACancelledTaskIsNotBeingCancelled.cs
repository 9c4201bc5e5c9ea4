// Awaiting a task that somebody else cancels raises CancelledError, yet the awaiting task has no request.
namespace Belay.Conformance.Scenarios.Cancellation;

static class AwaitingACancelledTaskIsNotBeingCancelled
{
    public static async Coro Main()
    {
        var victim = Coro.CreateTask(Coro.Sleep(Seconds(3600)));
        var task = Coro.CreateTask(Waiter(victim));
        await Turns(2);
        victim.Cancel();
        Log(await task);
    }

    static async Coro<string> Waiter(CoroTask task)
    {
        try { await task; }
        catch (CancelledException) { Log("my requests:", Coro.CurrentTask.Cancelling); }
        await Coro.Yield();
        return "I go on";
    }
}
