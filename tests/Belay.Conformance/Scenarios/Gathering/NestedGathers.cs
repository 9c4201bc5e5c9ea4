// A gather can be gathered: cancelling the outer reaches the leaves.
namespace Belay.Conformance.Scenarios.Gathering;

static class NestedGathers
{
    public static async Coro Main()
    {
        var left = Coro.Gather(new[] { Leaf("a"), Leaf("b") });
        var right = Coro.Gather(new[] { Leaf("c") });
        var both = Coro.Gather(new[] { left, right });
        await Coro.Yield();
        Log("asked:", both.Cancel());
        try { await both; }
        catch (CancelledException) { Log("cancelled:", left.IsCancelled, right.IsCancelled, both.IsCancelled); }
    }

    static async Coro<string> Leaf(string name)
    {
        try
        {
            await Coro.Sleep(Seconds(3600));
            return name;
        }
        finally { Log(name, "stops"); }
    }
}
