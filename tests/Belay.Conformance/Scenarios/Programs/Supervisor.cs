// A supervisor restarts a child that fails, each time in a new task, until it has failed too often.
namespace Belay.Conformance.Scenarios.Programs;

static class Supervisor
{
    public static async Coro Main()
    {
        try
        {
            await TaskGroup.Run(async group => { group.CreateTask(Supervise(3)); });
        }
        catch (ExceptionGroup failed) { failed.Handle<NetError>(handled => Log("main", handled)); }
    }

    static async Coro Child(int life)
    {
        Log("life", life);
        await Coro.Sleep(Seconds(life));
        throw new AppError($"died in life {life}");
    }

    static async Coro Supervise(int restarts)
    {
        for (var life = 1; life <= restarts; life++)
        {
            var task = Coro.CreateTask(Child(life));
            await Coro.Wait([task]);
            Log("saw", task.Exception, "at", EventLoop.Running.Time);
        }
        throw new NetError("given up");
    }
}
