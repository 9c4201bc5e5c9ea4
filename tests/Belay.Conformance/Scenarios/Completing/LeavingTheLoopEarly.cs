// Leaving the loop early leaves the other tasks running.
namespace Belay.Conformance.Scenarios.Completing;

static class LeavingTheLoopEarly
{
    public static async Coro Main()
    {
        CoroTask[] tasks = [Coro.CreateTask(Work(1)), Coro.CreateTask(Work(4))];
        await foreach (var task in Coro.AsCompleted(tasks))
        {
            Log("the first:", Array.IndexOf(tasks, task));
            break;
        }
        await tasks[1];
    }

    static async Coro Work(int number)
    {
        await Turns(number);
        Log("worked", number);
    }
}
