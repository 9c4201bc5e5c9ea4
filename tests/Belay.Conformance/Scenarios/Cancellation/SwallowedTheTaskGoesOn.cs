// A task that catches its cancellation and goes on is not cancelled, but the request stays counted.
namespace Belay.Conformance.Scenarios.Cancellation;

static class SwallowedTheTaskGoesOn
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Stubborn());
        await Coro.Yield();
        task.Cancel();
        Log("result", await task);
        Log("cancelled:", task.IsCancelled, "requests:", task.Cancelling);
    }

    static async Coro<string> Stubborn()
    {
        try { await Coro.Yield(); }
        catch (CancelledException) { Log("swallowed"); }
        await Coro.Yield();
        Log("goes on with", Coro.CurrentTask.Cancelling);
        return "done";
    }
}
