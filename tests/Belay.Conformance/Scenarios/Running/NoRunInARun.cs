// A run cannot be started where a loop is running already.
namespace Belay.Conformance.Scenarios.Running;

static class NoRunInARun
{
    public static async Coro Main()
    {
        try { Coro.Run(Inner()); }
        catch (InvalidOperationException error) { Log("refused", error); }
        await Coro.Yield();
        Log("main goes on");
    }

    static async Coro Inner() => Log("never");
}
