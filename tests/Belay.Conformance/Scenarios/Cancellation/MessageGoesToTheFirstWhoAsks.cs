// The message of a cancelled task goes to whoever asks first; those who come later get none.
namespace Belay.Conformance.Scenarios.Cancellation;

static class MessageGoesToTheFirstWhoAsks
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Coro.Sleep(Seconds(3600)));
        await Coro.Yield();
        task.Cancel("only once");
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try { await task; }
            catch (CancelledException error) { Log("attempt", attempt, error); }
        }
    }
}
