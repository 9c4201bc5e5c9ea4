// What a done callback raises goes to the error handler; the other callbacks and the task are not disturbed.
namespace Belay.Conformance.Scenarios.Tasks;

static class FailingCallbackGoesToTheErrorHandler
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Turns(1));
        task.AddDoneCallback(_ => throw new AppError("in a callback"));
        task.AddDoneCallback(_ => Log("the next is called"));
        await task;
        Log("main goes on");
        await Coro.Yield();
    }
}
