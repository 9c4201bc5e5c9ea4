namespace Belay.Pickling;

/// <content>Collections.</content>
static partial class Builtins
{
    static IEnumerable<PickledGlobal> Collections() =>
    [
        new("collections", "deque", static arguments =>
        {
            arguments.Expect(0, 2);
            var items = arguments.Count > 0 ? MakeList(arguments) : [];
            return arguments.Count == 2 && arguments[1] is not null
                ? new Deque<object?>(items, arguments.Get<int>(1) is >= 0 and var maxLength ? maxLength : throw new PickleException("the maximum of a deque is negative"))
                : new Deque<object?>(items);
        }),
        new("collections", "OrderedDict", static arguments => FillDict(new PyOrderedDict(), arguments)),
        new("collections", "Counter", static arguments => FillDict(new PyCounter(), arguments)),
        new("collections", "defaultdict", static arguments =>
        {
            arguments.Expect(0, 1);
            return new PyDefaultDict(arguments.Count > 0 ? arguments[0] : null);
        }),
    ];

    static List<object?> MakeList(PickleArguments arguments)
    {
        arguments.Expect(0, 2);
        var items = Items(arguments);
        arguments.Loading.Charge(56 + (items.Count * 16L));
        return [.. items];
    }

    static HashSet<object?> MakeSet(PickleArguments arguments)
    {
        arguments.Expect(0, 1);
        var items = Items(arguments);
        arguments.Loading.Charge(64 + (items.Count * 48L));
        return new(items, PyEqualityComparer.Instance);
    }

    static IReadOnlyCollection<object?> Items(PickleArguments arguments) => arguments.Count == 0 ? [] : arguments[0] switch
    {
        List<object?> list => list,
        PyTuple tuple => tuple,
        HashSet<object?> set => set,
        PyFrozenSet set => set,
        Deque<object?> deque => deque,
        var other => throw new PickleException($"a collection is made of a list, not of {Describe.Value(other)}"),
    };

    static PyDict FillDict(PyDict dict, PickleArguments arguments)
    {
        arguments.Expect(0, 1);
        if (arguments.Count == 0) return dict;
        if (arguments[0] is PyDict source)
        {
            arguments.Loading.Charge(source.Count * 48L);
            for (var i = 0; i < source.Count; i++) dict[source.KeyAt(i)] = source.ValueAt(i);
            return dict;
        }
        // As Python 2 wrote an OrderedDict: a list of lists of two.
        var pairs = Items(arguments);
        arguments.Loading.Charge(pairs.Count * 48L);
        foreach (var pair in pairs)
        {
            if (pair is not (PyTuple or List<object?>) || pair is not IReadOnlyList<object?> { Count: 2 } items) throw new PickleException("a dict is made of a dict or of pairs");
            dict[items[0]] = items[1];
        }
        return dict;
    }
}
