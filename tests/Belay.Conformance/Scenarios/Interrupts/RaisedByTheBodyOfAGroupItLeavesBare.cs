// Raised by the body of a group it leaves bare, not in an exception group, after the children are cancelled.
namespace Belay.Conformance.Scenarios.Interrupts;

static class RaisedByTheBodyOfAGroupItLeavesBare
{
    public static async Coro Main()
    {
        try
        {
            await TaskGroup.Run(async group =>
            {
                group.CreateTask(Child());
                await Coro.Yield();
                throw new KeyboardInterruptException();
            });
        }
        catch (KeyboardInterruptException error) { Log("left the group", error); }
    }

    static async Coro Child()
    {
        try { await Coro.Sleep(Seconds(3600)); }
        finally { Log("child cleans up"); }
    }
}
