// A second request interrupts the clean-up at its await.
namespace Belay.Conformance.Scenarios.Cancellation;

static class FinallyCanBeInterruptedAgain
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Work());
        await Coro.Yield();
        task.Cancel("first");
        await Coro.Yield();
        task.Cancel("second");
        try { await task; }
        catch (CancelledException error) { Log("main got", error); }
    }

    static async Coro Work()
    {
        try { await Coro.Sleep(Seconds(3600)); }
        finally
        {
            try
            {
                Log("cleaning");
                await Coro.Sleep(Seconds(3600));
                Log("never");
            }
            finally { Log("interrupted"); }
        }
    }
}
