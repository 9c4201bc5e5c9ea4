// A runner has its loop before anything runs on it; closed, it runs nothing more.
namespace Belay.Conformance.Scenarios.Running;

static class RunnerHasItsLoop
{
    public static void Main()
    {
        var runner = new Runner(Options);
        var loop = runner.Loop;
        loop.CallSoon(() => Log("scheduled before the run"));
        runner.Run(Work(loop));
        runner.Dispose();
        runner.Dispose();
        Log("closed:", loop.IsClosed);
        try { runner.Run(Work(loop)); }
        catch (InvalidOperationException error) { Log("refused", error); }
    }

    static async Coro Work(EventLoop loop) => Log("the same loop:", EventLoop.Running == loop);
}
