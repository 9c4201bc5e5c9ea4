// After a main that failed, the runner runs the next.
namespace Belay.Conformance.Scenarios.Running;

static class RunnerSurvivesAFailure
{
    public static void Main()
    {
        using var runner = new Runner(Options);
        try { runner.Run(Fail()); }
        catch (AppError error) { Log("caught", error); }
        Log("result", runner.Run(Succeed()));
    }

    static async Coro Fail()
    {
        await Coro.Yield();
        throw new AppError("first");
    }

    static async Coro<string> Succeed()
    {
        await Coro.Yield();
        return "second";
    }
}
