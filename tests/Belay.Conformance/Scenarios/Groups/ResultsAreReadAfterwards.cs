// The tasks of a group are kept by whoever made them; after the group their results are there.
namespace Belay.Conformance.Scenarios.Groups;

static class ResultsAreReadAfterwards
{
    public static async Coro Main()
    {
        CoroTask<int>[] tasks = [];
        await TaskGroup.Run(async group => { tasks = [.. new[] { 3, 1, 2 }.Select(number => group.CreateTask(Square(number)))]; });
        Log("results", tasks.Select(task => task.Result));
        Log("at", EventLoop.Running.Time);
    }

    static async Coro<int> Square(int number)
    {
        await Coro.Sleep(Seconds(number));
        return number * number;
    }
}
