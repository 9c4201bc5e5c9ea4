// A body that awaits a failing child: the failure is thrown there, and is in the group once.
namespace Belay.Conformance.Scenarios.Groups;

static class AwaitingAFailedChildInTheBody
{
    public static async Coro Main()
    {
        try
        {
            await TaskGroup.Run(async group =>
            {
                var task = group.CreateTask(Fails());
                try { await task; }
                catch (Exception error) { Log("body got", error); }
            });
        }
        catch (ExceptionGroup failed) { Log("caught", failed); }
    }

    static async Coro Fails()
    {
        await Coro.Yield();
        throw new AppError("child");
    }
}
