// A failure in the outer group cancels the task inside the inner one: both unwind, the inner silently.
namespace Belay.Conformance.Scenarios.Groups;

static class OuterFailureUnwindsBoth
{
    public static async Coro Main()
    {
        try
        {
            await TaskGroup.Run(async outer =>
            {
                outer.CreateTask(Fails());
                try
                {
                    await TaskGroup.Run(async inner => { inner.CreateTask(Child()); });
                }
                catch (CancelledException)
                {
                    Log("inner lets the cancellation through");
                    throw;
                }
            });
        }
        catch (ExceptionGroup failed) { Log("caught", failed); }
        Log("requests", Coro.CurrentTask.Cancelling);
    }

    static async Coro Fails()
    {
        await Turns(2);
        throw new AppError("outer");
    }

    static async Coro Child()
    {
        try { await Coro.Sleep(Seconds(3600)); }
        finally { Log("inner child cancelled"); }
    }
}
