// A gather of nothing gives an empty list.
namespace Belay.Conformance.Scenarios.Gathering;

static class OfNothing
{
    public static async Coro Main()
    {
        var gathered = Coro.Gather(Array.Empty<Coro<int>>());
        Log("results", await gathered);
        Log("cancel now", gathered.Cancel());
    }
}
