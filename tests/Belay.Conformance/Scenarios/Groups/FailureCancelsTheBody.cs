// A child's failure cancels the body at its await; the cancellation does not leave the group.
namespace Belay.Conformance.Scenarios.Groups;

static class FailureCancelsTheBody
{
    public static async Coro Main()
    {
        try
        {
            await TaskGroup.Run(async group =>
            {
                group.CreateTask(Fails());
                try { await Coro.Sleep(Seconds(3600)); }
                catch (CancelledException)
                {
                    Log("body cancelled, requests", Coro.CurrentTask.Cancelling);
                    throw;
                }
            });
        }
        catch (ExceptionGroup failed) { Log("caught", failed); }
        Log("requests", Coro.CurrentTask.Cancelling);
        await Coro.Yield();
        Log("goes on");
    }

    static async Coro Fails() => throw new AppError("child");
}
