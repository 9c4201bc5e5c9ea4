// Two children that fail in the same turn are both in the group; the second was not cancelled by the first.
namespace Belay.Conformance.Scenarios.Groups;

static class TwoFailuresInOneTurn
{
    public static async Coro Main()
    {
        try
        {
            await TaskGroup.Run(async group =>
            {
                group.CreateTask(Fails("first"));
                group.CreateTask(Fails("second"));
            });
        }
        catch (ExceptionGroup failed) { Log("caught", failed); }
    }

    static async Coro Fails(string name)
    {
        await Coro.Yield();
        Log(name, "fails");
        throw new AppError(name);
    }
}
