// A detached task's failure disturbs nobody until somebody awaits it, and then each who does.
namespace Belay.Conformance.Scenarios.Tasks;

static class FailureGoesToWhoeverAwaits
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Fail());
        await Turns(3);
        Log("main goes on");
        for (var attempt = 0; attempt < 2; attempt++)
        {
            try { await task; }
            catch (AppError error) { Log("attempt", attempt, error); }
        }
        Log("exception", task.Exception);
    }

    static async Coro Fail() => throw new AppError("no luck");
}
