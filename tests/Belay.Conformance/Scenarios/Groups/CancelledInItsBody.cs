// Cancelled inside its body, a group cancels its children too before the cancellation leaves.
namespace Belay.Conformance.Scenarios.Groups;

static class CancelledInItsBody
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Parent());
        await Turns(2);
        task.Cancel("stop");
        try { await task; }
        catch (CancelledException error) { Log("main got", error); }
    }

    static async Coro Child()
    {
        try { await Coro.Sleep(Seconds(3600)); }
        finally { Log("child cancelled"); }
    }

    static Coro Parent() => TaskGroup.Run(async group =>
    {
        group.CreateTask(Child());
        try { await Coro.Sleep(Seconds(3600)); }
        finally { Log("body cancelled"); }
    });
}
