// When time runs out TimeoutError is raised; the tasks run on.
namespace Belay.Conformance.Scenarios.Completing;

static class TimeRunsOut
{
    public static async Coro Main()
    {
        CoroTask<int>[] tasks = [Coro.CreateTask(Work(1)), Coro.CreateTask(Work(5))];
        try
        {
            await foreach (var task in Coro.AsCompleted(tasks, Seconds(3))) Log("got", await task);
        }
        catch (TimeoutException error) { Log("at", EventLoop.Running.Time, error); }
        Log("cancelled:", tasks[1].IsCancelled);
        await tasks[1];
    }

    static async Coro<int> Work(int number)
    {
        await Coro.Sleep(Seconds(number));
        Log("worked", number);
        return number;
    }
}
