// Raised by main itself it leaves as it is, after the others have been cancelled and awaited.
namespace Belay.Conformance.Scenarios.Interrupts;

static class RaisedInMainItLeavesTheRun
{
    public static void Main()
    {
        try { Coro.Run(Work(), Options); }
        catch (KeyboardInterruptException error) { Log("left the run", error); }
    }

    static async Coro Background()
    {
        try { await Coro.Sleep(Seconds(3600)); }
        finally { Log("background cleans up"); }
    }

    static async Coro Work()
    {
        var task = Coro.CreateTask(Background());
        await Coro.Yield();
        Log("background done:", task.IsDone);
        throw new KeyboardInterruptException();
    }
}
