// A KeyboardInterrupt raised in any task leaves the run at once; then main is cancelled and cleans up.
namespace Belay.Conformance.Scenarios.Interrupts;

static class RaisedInATaskItLeavesTheRun
{
    public static void Main()
    {
        try { Coro.Run(Work(), Options); }
        catch (KeyboardInterruptException error) { Log("left the run", error); }
    }

    static async Coro Interrupts()
    {
        Log("interrupts");
        throw new KeyboardInterruptException();
    }

    static async Coro Work()
    {
        var task = Coro.CreateTask(Interrupts());
        try { await Coro.Sleep(Seconds(3600)); }
        catch (CancelledException)
        {
            Log("main is cancelled, the task has", task.Exception);
            throw;
        }
    }
}
