// A failure of the body cancels the children and leaves in the group, too.
namespace Belay.Conformance.Scenarios.Groups;

static class BodyFailureCancelsTheChildren
{
    public static async Coro Main()
    {
        try
        {
            await TaskGroup.Run(async group =>
            {
                group.CreateTask(Child());
                await Coro.Yield();
                throw new AppError("body");
            });
        }
        catch (ExceptionGroup failed) { Log("caught", failed); }
    }

    static async Coro Child()
    {
        try { await Coro.Sleep(Seconds(3600)); }
        finally { Log("child cancelled"); }
    }
}
