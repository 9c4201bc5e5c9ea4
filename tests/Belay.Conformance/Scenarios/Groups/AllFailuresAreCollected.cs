// Failures of siblings while they are being cancelled are collected, in the order in which they came.
namespace Belay.Conformance.Scenarios.Groups;

static class AllFailuresAreCollected
{
    public static async Coro Main()
    {
        try
        {
            await TaskGroup.Run(async group =>
            {
                group.CreateTask(FailsWhenCancelled("slow", 2));
                group.CreateTask(FailsWhenCancelled("quick", 0));
                group.CreateTask(Fails());
            });
        }
        catch (ExceptionGroup failed) { Log("caught", failed); }
    }

    static async Coro FailsWhenCancelled(string name, int count)
    {
        try { await Coro.Sleep(Seconds(3600)); }
        catch (CancelledException)
        {
            await Turns(count);
            throw new NetError(name);
        }
    }

    static async Coro Fails() => throw new AppError("first");
}
