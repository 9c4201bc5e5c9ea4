// With everything done already, wait takes a turn all the same; of nothing it refuses to wait.
namespace Belay.Conformance.Scenarios.Waiting;

static class WhatIsDoneTakesATurnToo
{
    public static async Coro Main()
    {
        var done = new Future<int>();
        done.SetResult(1);
        var task = Coro.CreateTask(Other());
        var (finished, pending) = await Coro.Wait([done]);
        Log("done", finished.Count, "pending", pending.Count);
        await task;
        try { await Coro.Wait([]); }
        catch (ArgumentException error) { Log("of nothing", error); }
    }

    static async Coro Other() => Log("other");
}
