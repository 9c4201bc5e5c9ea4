// A task takes its first step in the next turn, and tasks start in the order of their creation.
namespace Belay.Conformance.Scenarios.Tasks;

static class FirstStepIsInTheNextTurn
{
    public static async Coro Main()
    {
        var first = Coro.CreateTask(Work("first"));
        var second = Coro.CreateTask(Work("second"));
        Log("created", first.IsDone, second.IsDone);
        await second;
        Log("second done, first too", first.IsDone);
    }

    static async Coro Work(string name) => Log(name, "runs");
}
