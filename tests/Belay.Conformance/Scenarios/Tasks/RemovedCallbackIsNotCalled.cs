// A callback can be removed; all its registrations go at once, and their number is returned.
namespace Belay.Conformance.Scenarios.Tasks;

static class RemovedCallbackIsNotCalled
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Turns(1));
        task.AddDoneCallback(Called);
        task.AddDoneCallback(Kept);
        task.AddDoneCallback(Called);
        Log("removed", task.RemoveDoneCallback(Called));
        Log("removed again", task.RemoveDoneCallback(Called));
        await task;
        await Coro.Yield();
    }

    static void Called(Future task) => Log("called");

    static void Kept(Future task) => Log("kept is called");
}
