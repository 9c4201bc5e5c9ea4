// The tasks come as they finish, and are the very tasks that were given.
namespace Belay.Conformance.Scenarios.Completing;

static class AsTheyFinish
{
    public static async Coro Main()
    {
        CoroTask<int>[] tasks = [.. new[] { 3, 1, 2 }.Select(number => Coro.CreateTask(Work(number)))];
        await foreach (var task in Coro.AsCompleted(tasks)) Log("argument", Array.IndexOf(tasks, task), "gave", await task);
    }

    static async Coro<int> Work(int number)
    {
        await Coro.Sleep(Seconds(number));
        return number;
    }
}
