// A body that raises CancelledError without a request: the children are cancelled and it leaves.
namespace Belay.Conformance.Scenarios.Groups;

static class BodyRaisesCancelledItself
{
    public static async Coro Main()
    {
        try
        {
            await TaskGroup.Run(async group =>
            {
                group.CreateTask(Child());
                await Coro.Yield();
                throw new CancelledException("by hand");
            });
        }
        catch (CancelledException error) { Log("left", error); }
        Log("requests", Coro.CurrentTask.Cancelling);
    }

    static async Coro Child()
    {
        try { await Coro.Sleep(Seconds(3600)); }
        finally { Log("child cancelled"); }
    }
}
