// A time-out in a child fails that child, and with it the group.
namespace Belay.Conformance.Scenarios.Timeouts;

static class InAChildOfAGroup
{
    public static async Coro Main()
    {
        try
        {
            await TaskGroup.Run(async group =>
            {
                group.CreateTask(Limited());
                group.CreateTask(Sibling());
            });
        }
        catch (ExceptionGroup failed) { Log("caught", failed); }
    }

    static Coro Limited() => Coro.Timeout(Seconds(1), async scope => { await Coro.Sleep(Seconds(100)); });

    static async Coro Sibling()
    {
        try { await Coro.Sleep(Seconds(100)); }
        finally { Log("sibling cancelled"); }
    }
}
