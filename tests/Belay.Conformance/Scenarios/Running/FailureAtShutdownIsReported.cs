// A task that fails while it is being cancelled at the end goes to the error handler.
namespace Belay.Conformance.Scenarios.Running;

static class FailureAtShutdownIsReported
{
    public static void Main() => Log("result", Coro.Run(Work(), Options));

    static async Coro Background()
    {
        try { await Coro.Sleep(Seconds(3600)); }
        catch (CancelledException) { throw new AppError("at shutdown"); }
    }

    static async Coro<string> Work()
    {
        var task = Coro.CreateTask(Background());
        await Coro.Yield();
        Log("main ends, background done:", task.IsDone);
        return "value";
    }
}
