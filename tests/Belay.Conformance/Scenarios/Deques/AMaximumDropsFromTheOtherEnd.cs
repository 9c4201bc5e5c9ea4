// A full deque drops at one end what it has no place for when something is added at the other; inserting into it fails.
namespace Belay.Conformance.Scenarios.Deques;

static class AMaximumDropsFromTheOtherEnd
{
    public static void Main()
    {
        var items = new Deque<int>(Enumerable.Range(0, 5), 3);
        Log("begins with", items);
        items.AddLast(5);
        Log("append", items);
        items.AddFirst(0);
        Log("appendleft", items);
        items.AddRangeLast([6, 7, 8, 9]);
        Log("extend", items);
        items.AddRangeFirst([1, 2]);
        Log("extendleft", items);
        try
        {
            items.Insert(1, 0);
        }
        catch (InvalidOperationException)
        {
            Log("insert refused");
        }
        var copy = items[..];
        copy.AddLast(4);
        Log("copy", copy, copy.MaxLength, items);
        var nothing = new Deque<int>([1], 0);
        nothing.AddLast(2);
        nothing.AddFirst(2);
        Log("no places", nothing.Count, nothing.MaxLength);
        Log("no maximum", new Deque<int>().MaxLength);
    }
}
