// Sleeping tasks wake in the order of their deadlines, whatever the order in which they fell asleep.
namespace Belay.Conformance.Scenarios.Coroutines;

static class SleepersWakeInOrderOfTheirDeadlines
{
    public static async Coro Main()
    {
        var tasks = new[] { 3, 1, 2 }.Select(seconds => Coro.CreateTask(Nap(seconds))).ToArray();
        foreach (var task in tasks) await task;
        Log("main at", EventLoop.Running.Time);
    }

    static async Coro Nap(int seconds)
    {
        await Coro.Sleep(Seconds(seconds));
        Log("woke at", EventLoop.Running.Time);
    }
}
