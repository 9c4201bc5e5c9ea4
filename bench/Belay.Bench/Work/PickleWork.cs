using Belay.Bench.Comparing;
using Belay.Bench.Measuring;
using Belay.Pickling;

namespace Belay.Bench.Work;

/// <summary>Pickles written and read, beside CPython's own pickler, which is in C. An operation is one whole pickle.</summary>
public static class PickleWork
{
    private const int Numbers = 10_000;
    private const int Texts = 1000;
    private const int Accounts = 1000;
    private const int Circle = 10;

    public static IReadOnlyList<WorkItem> All { get; } =
    [
        Dumps("ints", "List<int>", "list of 10,000 ints", Ints()),
        Loads<List<int>>("ints", "List<int>", "list of 10,000 ints", Ints()),
        Loads<List<object?>>("ints-as-objects", "List<object?>", "list of 10,000 ints, as it comes", Ints()),
        Dumps("strs", "Dictionary<string, string>", "dict of 1,000 strs", Strs()),
        Loads<Dictionary<string, string>>("strs", "Dictionary<string, string>", "dict of 1,000 strs", Strs()),
        Loads<PyDict>("strs-as-objects", "PyDict", "dict of 1,000 strs, as it comes", Strs()),
        Dumps("objects", "List<Account>", "graph of 1,000 objects", Objects()),
        Loads<List<Account>>("objects", "List<Account>", "graph of 1,000 objects", Objects()),
    ];

    private static WorkItem Dumps(string name, string type, string what, object value) => new($"pickling/dumps-{name}")
    {
        Label = $"Pickle.Dumps({type})",
        Measurement = Measure.Plain((count, probe) =>
        {
            probe.Start();
            for (var i = 0; i < count; i++)
            {
                Pickle.Dumps(value);
            }
            probe.Stop();
        }),
        Rivals = [new(RivalKind.Asyncio, "pickle.dumps")],
        Rows = [Row.Time($"pickle: write a {what}", new Goal.Times(RivalKind.Asyncio, 1))],
    };

    private static WorkItem Loads<T>(string name, string type, string what, object value) => new($"pickling/loads-{name}")
    {
        Label = $"Pickle.Loads<{type}>",
        Measurement = Measure.Plain((count, probe) =>
        {
            PickleShapes.AddList<Account>();
            var pickle = Pickle.Dumps(value);
            probe.Start();
            for (var i = 0; i < count; i++)
            {
                Pickle.Loads<T>(pickle);
            }
            probe.Stop();
        }),
        Rivals = [new(RivalKind.Asyncio, "pickle.loads")],
        Rows = [Row.Time($"pickle: read a {what}", new Goal.Times(RivalKind.Asyncio, 1))],
    };

    // From one byte to three of each number.
    private static List<int> Ints() => [.. Enumerable.Range(0, Numbers).Select(i => i * 37)];

    private static Dictionary<string, string> Strs() => Enumerable.Range(0, Texts).ToDictionary(i => $"key {i}", i => $"the value of it {i}");

    private static List<Account> Objects()
    {
        var accounts = Enumerable.Range(0, Accounts).Select(i => new Account { Owner = $"owner {i}", Number = i, Balance = i * 1.25 }).ToList();
        for (var i = 0; i < Accounts; i++)
        {
            // Of its own ten: the first, which leads back to all, and the next.
            var first = i - (i % Circle);
            accounts[i].Friends = [accounts[first], accounts[Math.Min(i + 1, first + Circle - 1)]];
        }
        return accounts;
    }
}
