// The first failure cancels the siblings; when all are done it leaves in an exception group.
namespace Belay.Conformance.Scenarios.Groups;

static class FirstFailureCancelsSiblings
{
    public static async Coro Main()
    {
        try
        {
            await TaskGroup.Run(async group =>
            {
                group.CreateTask(Waits("first"));
                group.CreateTask(Fails());
                group.CreateTask(Waits("second"));
            });
        }
        catch (ExceptionGroup failed) { Log("caught", failed); }
        Log("requests", Coro.CurrentTask.Cancelling);
    }

    static async Coro Waits(string name)
    {
        try { await Coro.Sleep(Seconds(3600)); }
        finally { Log(name, "cleans up"); }
    }

    static async Coro Fails()
    {
        await Coro.Yield();
        Log("fails");
        throw new AppError("no luck");
    }
}
