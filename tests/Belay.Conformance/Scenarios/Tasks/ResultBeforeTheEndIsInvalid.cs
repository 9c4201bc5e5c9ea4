// Asking for the result or the exception of a task that is not done is an error.
namespace Belay.Conformance.Scenarios.Tasks;

static class ResultBeforeTheEndIsInvalid
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Work());
        foreach (var ask in new Func<object?>[] { () => task.Result, () => task.Exception })
        {
            try { ask(); }
            catch (InvalidStateException error) { Log("too early", error); }
        }
        await task;
        Log("result", task.Result);
        Log("exception", task.Exception);
    }

    static async Coro<string> Work()
    {
        await Coro.Yield();
        return "value";
    }
}
