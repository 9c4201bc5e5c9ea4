// Main's own children are finished with main; detached tasks are cancelled only when the run ends.
namespace Belay.Conformance.Scenarios.Running;

static class MainsGroupsFirstDetachedLast
{
    public static void Main()
    {
        try { Coro.Run(Work(), Options); }
        catch (ExceptionGroup error) { Log("run raised", error); }
    }

    static async Coro Worker(string name)
    {
        try { await Coro.Sleep(Seconds(3600)); }
        finally { Log(name, "cleans up"); }
    }

    static async Coro Work()
    {
        Coro.CreateTask(Worker("detached"));
        try
        {
            await TaskGroup.Run(async group =>
            {
                group.CreateTask(Worker("child"));
                await Coro.Yield();
                throw new AppError("main fails");
            });
        }
        finally { Log("main leaves its group"); }
    }
}
