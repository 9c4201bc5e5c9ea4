// Done callbacks are scheduled, never called inline, and come in the order in which they were added.
namespace Belay.Conformance.Scenarios.Tasks;

static class DoneCallbacksRunInTheNextTurn
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Work());
        task.AddDoneCallback(done => Log("first callback", ((CoroTask<int>)done).Result));
        task.AddDoneCallback(done => Log("second callback", done == task));
        await Coro.Yield();
        Log("done", task.IsDone);
        await Coro.Yield();
        Log("after the callbacks");
    }

    static async Coro<int> Work()
    {
        Log("work");
        return 5;
    }
}
