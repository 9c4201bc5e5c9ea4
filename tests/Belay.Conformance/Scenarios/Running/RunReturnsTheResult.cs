// A run makes a loop, runs main on it and returns its result.
namespace Belay.Conformance.Scenarios.Running;

static class RunReturnsTheResult
{
    public static void Main()
    {
        Log("result", Coro.Run(Work(), Options));
        Log("and once more", Coro.Run(Work(), Options));
    }

    static async Coro<int> Work()
    {
        await Coro.Yield();
        Log("works");
        return 42;
    }
}
