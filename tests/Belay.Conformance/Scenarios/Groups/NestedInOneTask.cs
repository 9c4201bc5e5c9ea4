// Two groups nested in one task: the failure in the inner one is caught between them, the outer goes on.
namespace Belay.Conformance.Scenarios.Groups;

static class NestedInOneTask
{
    public static async Coro Main()
    {
        await TaskGroup.Run(async outer =>
        {
            outer.CreateTask(OuterChild());
            try
            {
                await TaskGroup.Run(async inner => { inner.CreateTask(Fails()); });
            }
            catch (ExceptionGroup failed) { Log("between", failed); }
            Log("requests", Coro.CurrentTask.Cancelling);
        });
        Log("left");
    }

    static async Coro Fails() => throw new AppError("inner");

    static async Coro OuterChild()
    {
        await Turns(6);
        Log("outer child ends undisturbed");
    }
}
