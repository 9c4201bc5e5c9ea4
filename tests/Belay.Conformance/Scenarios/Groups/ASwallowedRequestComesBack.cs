// A request swallowed before, without uncancel, comes back when a group has undone its own.
namespace Belay.Conformance.Scenarios.Groups;

static class ASwallowedRequestComesBack
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Parent());
        await Coro.Yield();
        task.Cancel();
        await task;
    }

    static async Coro Fails() => throw new AppError("child");

    static async Coro Parent()
    {
        try { await Coro.Sleep(Seconds(3600)); }
        catch (CancelledException) { Log("swallowed"); }
        try
        {
            await TaskGroup.Run(async group => { group.CreateTask(Fails()); });
        }
        catch (ExceptionGroup failed) { Log("caught", failed); }
        Log("requests", Coro.CurrentTask.Cancelling);
        try
        {
            await Coro.Yield();
            Log("not cancelled");
        }
        catch (CancelledException error) { Log("comes back", error); }
    }
}
