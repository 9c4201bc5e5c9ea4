// A gather in a group's body is cancelled with the body.
namespace Belay.Conformance.Scenarios.Gathering;

static class AsASiblingOfAGroup
{
    public static async Coro Main()
    {
        try
        {
            await TaskGroup.Run(async group =>
            {
                group.CreateTask(Fails());
                await Coro.Gather(Waits("a"), Waits("b"));
            });
        }
        catch (ExceptionGroup failed) { Log("caught", failed); }
    }

    static async Coro Waits(string name)
    {
        try { await Coro.Sleep(Seconds(3600)); }
        finally { Log(name, "stops"); }
    }

    static async Coro Fails()
    {
        await Turns(2);
        throw new AppError("sibling");
    }
}
