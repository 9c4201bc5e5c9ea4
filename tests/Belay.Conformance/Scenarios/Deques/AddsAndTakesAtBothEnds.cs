// Items go in and come out at both ends; an empty deque has nothing to give.
namespace Belay.Conformance.Scenarios.Deques;

static class AddsAndTakesAtBothEnds
{
    public static void Main()
    {
        var items = new Deque<string>();
        items.AddLast("b");
        items.AddFirst("a");
        items.AddLast("c");
        Log("all", items);
        Log("first", items.RemoveFirst());
        Log("last", items.RemoveLast());
        Log("ends", items.First, items.Last);
        items.RemoveLast();
        foreach (var take in new[] { items.RemoveLast, items.RemoveFirst })
        {
            try
            {
                take();
            }
            catch (InvalidOperationException)
            {
                Log("nothing left");
            }
        }
    }
}
