// A failure in an inner group leaves the outer one as a group within a group.
namespace Belay.Conformance.Scenarios.Groups;

static class NestedFailureStaysNested
{
    public static async Coro Main()
    {
        try
        {
            await TaskGroup.Run(async group =>
            {
                group.CreateTask(Inner());
                group.CreateTask(Sibling());
            });
        }
        catch (ExceptionGroup failed) { Log("caught", failed); }
    }

    static async Coro Fails() => throw new AppError("deep");

    static Coro Inner() => TaskGroup.Run(async group => { group.CreateTask(Fails()); });

    static async Coro Sibling()
    {
        try { await Coro.Sleep(Seconds(3600)); }
        finally { Log("sibling cancelled"); }
    }
}
