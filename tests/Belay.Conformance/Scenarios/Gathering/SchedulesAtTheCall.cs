// The coroutines become tasks at the call, not at the await.
namespace Belay.Conformance.Scenarios.Gathering;

static class SchedulesAtTheCall
{
    public static async Coro Main()
    {
        var gathered = Coro.Gather(Work("a"), Work("b"));
        Log("called, done:", gathered.IsDone);
        await Coro.Yield();
        Log("a turn later, done:", gathered.IsDone);
        await Coro.Yield();
        Log("two turns later, done:", gathered.IsDone);
        await gathered;
    }

    static async Coro Work(string name) => Log(name, "runs");
}
