// A child that ends cancelled disturbs neither its siblings nor the group.
namespace Belay.Conformance.Scenarios.Groups;

static class CancelledChildrenAreSilent
{
    public static async Coro Main()
    {
        CoroTask victim = null!;
        await TaskGroup.Run(async group =>
        {
            victim = group.CreateTask(Coro.Sleep(Seconds(3600)));
            group.CreateTask(Sibling());
            await Coro.Yield();
            victim.Cancel();
        });
        Log("left, victim cancelled:", victim.IsCancelled);
    }

    static async Coro Sibling()
    {
        await Turns(3);
        Log("sibling ends");
    }
}
