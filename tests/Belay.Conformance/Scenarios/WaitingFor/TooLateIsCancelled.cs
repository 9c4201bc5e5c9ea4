// What takes too long is cancelled; once it has cleaned up, TimeoutError is raised.
namespace Belay.Conformance.Scenarios.WaitingFor;

static class TooLateIsCancelled
{
    public static async Coro Main()
    {
        try { await Coro.WaitFor(Work(), Seconds(1)); }
        catch (TimeoutException error) { Log("too late", error, "at", EventLoop.Running.Time); }
        Log("requests", Coro.CurrentTask.Cancelling);
    }

    static async Coro Work()
    {
        try { await Coro.Sleep(Seconds(3600)); }
        catch (CancelledException)
        {
            Log("cancelled");
            throw;
        }
        finally
        {
            await Coro.Sleep(Seconds(5));
            Log("cleaned up");
        }
    }
}
