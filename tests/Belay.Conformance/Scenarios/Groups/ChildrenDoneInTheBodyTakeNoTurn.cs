// When all children were seen to be done already, the group leaves at once; else it takes the turns it needs.
namespace Belay.Conformance.Scenarios.Groups;

static class ChildrenDoneInTheBodyTakeNoTurn
{
    public static async Coro Main()
    {
        var ticking = Coro.CreateTask(Ticks());
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Child());
            await Turns(2);
        });
        Log("left the first");
        await TaskGroup.Run(async group => { group.CreateTask(Child()); });
        Log("left the second");
        await ticking;
    }

    static async Coro Child() => Log("child");

    static async Coro Ticks()
    {
        for (var tick = 0; tick < 6; tick++)
        {
            Log("tick", tick);
            await Coro.Yield();
        }
    }
}
