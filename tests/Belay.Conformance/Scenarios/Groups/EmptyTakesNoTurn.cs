// A group without children leaves without giving up the turn.
namespace Belay.Conformance.Scenarios.Groups;

static class EmptyTakesNoTurn
{
    public static async Coro Main()
    {
        var task = Coro.CreateTask(Other());
        await TaskGroup.Run(async group => Log("body"));
        Log("left");
        await task;
    }

    static async Coro Other() => Log("other");
}
