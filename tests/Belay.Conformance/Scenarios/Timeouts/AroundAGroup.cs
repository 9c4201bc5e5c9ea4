// A time-out around a group cancels its children, waits for them and then raises.
namespace Belay.Conformance.Scenarios.Timeouts;

static class AroundAGroup
{
    public static async Coro Main()
    {
        try
        {
            await Coro.Timeout(Seconds(1), async scope =>
            {
                await TaskGroup.Run(async group =>
                {
                    group.CreateTask(Child("slow", 3));
                    group.CreateTask(Child("quick", 1));
                });
            });
        }
        catch (TimeoutException error) { Log("left", error, "at", EventLoop.Running.Time); }
    }

    static async Coro Child(string name, int seconds)
    {
        try { await Coro.Sleep(Seconds(100)); }
        finally
        {
            await Coro.Sleep(Seconds(seconds));
            Log(name, "cleaned up");
        }
    }
}
