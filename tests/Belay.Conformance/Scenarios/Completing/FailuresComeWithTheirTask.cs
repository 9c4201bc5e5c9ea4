// A failed task comes like any other; its failure is raised where it is awaited.
namespace Belay.Conformance.Scenarios.Completing;

static class FailuresComeWithTheirTask
{
    public static async Coro Main()
    {
        CoroTask<int>[] tasks = [.. new[] { 4, 2, 6 }.Select(number => Coro.CreateTask(Work(number)))];
        await foreach (var task in Coro.AsCompleted(tasks))
        {
            try { Log("value", await task); }
            catch (AppError error) { Log("failure", error); }
        }
    }

    static async Coro<int> Work(int number)
    {
        await Turns(number);
        if (number == 2) throw new AppError("two");
        return number;
    }
}
