// The awaited coroutine runs in the caller's own task, at once.
namespace Belay.Conformance.Scenarios.WaitingFor;

static class RunsInTheCallersTask
{
    public static async Coro Main()
    {
        Coro.CurrentTask.Name = "main";
        var task = Coro.CreateTask(Other());
        await Coro.WaitFor(Who(), Seconds(10));
        Log("no turn was given up");
        await task;
    }

    static async Coro Other() => Log("other");

    static async Coro Who() => Log("I am", Coro.CurrentTask.Name);
}
