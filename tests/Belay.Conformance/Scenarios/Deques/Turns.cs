// Rotating by more than the length comes round; to the left is negative.
namespace Belay.Conformance.Scenarios.Deques;

static class Turns
{
    public static void Main()
    {
        Deque<char> items = [];
        foreach (var steps in new[] { 1, 2, -1, -2, 5, 6, -7, 0 })
        {
            items = [.. "abcde"];
            items.Rotate(steps);
            Log("by", steps, items);
        }
        items.Reverse();
        Log("reversed", items);
        var empty = new Deque<int>();
        empty.Rotate(3);
        Log("empty", empty.Count);
        var full = new Deque<char>("abcd", 4);
        full.Rotate();
        Log("full", full);
    }
}
