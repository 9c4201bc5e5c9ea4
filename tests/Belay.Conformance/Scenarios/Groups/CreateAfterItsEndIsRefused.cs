// A finished group takes no more children.
namespace Belay.Conformance.Scenarios.Groups;

static class CreateAfterItsEndIsRefused
{
    public static async Coro Main()
    {
        TaskGroup kept = null!;
        await TaskGroup.Run(async group =>
        {
            kept = group;
            group.CreateTask(Turns(1));
        });
        var coroutine = Late();
        try { kept.CreateTask(coroutine); }
        catch (InvalidOperationException error) { Log("refused", error); }
        try { await coroutine; }
        catch (InvalidOperationException error) { Log("its coroutine was closed", error); }
    }

    static async Coro Late() => Log("never");
}
