// A failure raised while being cancelled is what leaves, not TimeoutError.
namespace Belay.Conformance.Scenarios.WaitingFor;

static class AFailureInTheCleanUp
{
    public static async Coro Main()
    {
        try { await Coro.WaitFor(Work(), Seconds(1)); }
        catch (AppError error) { Log("caught", error); }
        Log("requests", Coro.CurrentTask.Cancelling);
    }

    static async Coro Work()
    {
        try { await Coro.Sleep(Seconds(3600)); }
        catch (CancelledException) { throw new AppError("in the clean-up"); }
    }
}
