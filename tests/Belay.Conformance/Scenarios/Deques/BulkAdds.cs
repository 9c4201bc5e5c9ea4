// extendleft adds one after another, so its items end up reversed; a deque can be extended by itself.
namespace Belay.Conformance.Scenarios.Deques;

static class BulkAdds
{
    public static void Main()
    {
        Deque<int> items = [1, 2];
        items.AddRangeLast([3, 4]);
        Log("extend", items);
        items.AddRangeFirst([0, -1]);
        Log("extendleft", items);
        items.AddRangeLast(items);
        Log("itself", items);
        items.Clear();
        Log("left", items.Count);
        items.AddRangeFirst([1, 2]);
        items.AddRangeFirst(items);
        Log("itself, left", items);
    }
}
