// Items are found by equality, and put in and taken out anywhere; what is assigned during an enumeration is seen by it, what is added ends it.
namespace Belay.Conformance.Scenarios.Deques;

static class InTheMiddle
{
    public static void Main()
    {
        Deque<string> items = ["a", "b", "c", "b"];
        Log("where", items.IndexOf("b"), items.Count(item => item == "b"), items.Contains("c"), items.Contains("d"));
        items.Remove("b");
        items.Insert(1, "x");
        items.Insert(0, "y");
        items.Insert(items.Count, "z");
        Log("now", items);
        items.RemoveAt(2);
        items[1] = string.Concat("n", "e", "w");
        Log("now", items, items.Contains("new"));
        foreach (var item in items)
        {
            items[3] = "seen";
            Log("item", item);
        }
        try
        {
            foreach (var item in items) items.AddLast(item);
        }
        catch (InvalidOperationException)
        {
            Log("changed", items.Count);
        }
    }
}
