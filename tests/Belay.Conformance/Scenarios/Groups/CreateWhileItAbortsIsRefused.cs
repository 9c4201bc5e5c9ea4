// A group that is shutting down takes no more children.
namespace Belay.Conformance.Scenarios.Groups;

static class CreateWhileItAbortsIsRefused
{
    public static async Coro Main()
    {
        try
        {
            await TaskGroup.Run(async group =>
            {
                group.CreateTask(AddsWhenCancelled(group));
                group.CreateTask(Fails());
            });
        }
        catch (ExceptionGroup failed) { Log("caught", failed); }
    }

    static async Coro Late() => Log("never");

    static async Coro AddsWhenCancelled(TaskGroup group)
    {
        try { await Coro.Sleep(Seconds(3600)); }
        finally
        {
            try { group.CreateTask(Late()); }
            catch (InvalidOperationException error) { Log("refused", error); }
        }
    }

    static async Coro Fails() => throw new AppError("abort");
}
