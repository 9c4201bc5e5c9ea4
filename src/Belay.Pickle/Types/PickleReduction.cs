namespace Belay.Pickling;

/// <summary>How an object is written: what is called to make it again, with what, and what it is then given. What __reduce_ex__ gives.</summary>
public sealed class PickleReduction
{
    PickleReduction(object callable, PyTuple arguments, bool isNew) => (Callable, Arguments, IsNew) = (callable, arguments, isNew);

    internal object Callable { get; }

    internal PyTuple Arguments { get; }

    internal bool IsNew { get; }

    internal PyDict? Keywords { get; private init; }

    /// <summary>The attributes' names, if the state is a dict of attributes; <see cref="State"/> is then their values.</summary>
    internal string[]? Names { get; private init; }

    internal object? State { get; private init; }

    internal bool HasState { get; private init; }

    /// <summary>What is then appended to it, as to a list; null if nothing.</summary>
    public IEnumerable<object?>? Items { get; set; }

    /// <summary>What is then set in it, as in a dict; null if nothing.</summary>
    public IEnumerable<KeyValuePair<object?, object?>>? Pairs { get; set; }

    /// <summary>By calling a class or function: <c>callable(*arguments)</c>.</summary>
    public static PickleReduction Call(PickledGlobal callable, params ReadOnlySpan<object?> arguments) => new(callable, PyTuple.Create(arguments), isNew: false);

    /// <summary>By making an object of a class, without __init__, and giving it attributes, as Python does with most objects.</summary>
    /// <param name="type">The class.</param>
    /// <param name="names">The attributes' names. The same array each time: strings that are the same are written once.</param>
    /// <param name="values">Their values, in the same order.</param>
    public static PickleReduction Object(PickledGlobal type, string[] names, object?[] values) =>
        new(type, PyTuple.Empty, isNew: true) { Names = names, State = values, HasState = names.Length > 0 };

    /// <summary>As <see cref="Object"/>, for a class with __slots__.</summary>
    public static PickleReduction ObjectWithSlots(PickledGlobal type, string[] names, object?[] values)
    {
        var slots = new PyDict();
        for (var i = 0; i < names.Length; i++) slots[names[i]] = values[i];
        return New(type, PyTuple.Empty, names.Length > 0 ? new PyTuple(null, slots) : null);
    }

    /// <summary>As <see cref="Object"/>, for a frozen dataclass with slots.</summary>
    public static PickleReduction ObjectOfFields(PickledGlobal type, object?[] values) => New(type, PyTuple.Empty, new List<object?>(values));

    /// <summary>As <see cref="Object"/>, for a NamedTuple.</summary>
    public static PickleReduction NamedTuple(PickledGlobal type, object?[] values) => New(type, [.. values]);

    /// <summary>By making an object of a class with __new__, and giving it a state if it has one.</summary>
    public static PickleReduction New(PickledGlobal type, PyTuple arguments, object? state = null) =>
        new(type, arguments, isNew: true) { State = state, HasState = state is not null };

    internal static PickleReduction Of(PickledObject pickled) => new(pickled.Callable ?? throw new PickleException("a PickledObject has nothing to call"), pickled.Arguments, pickled.IsNew)
    {
        Keywords = pickled.Keywords,
        State = pickled.State,
        HasState = pickled.HasState,
        Items = pickled.Items,
        Pairs = pickled.Pairs,
    };

    internal static PickleReduction Call(
        PickledGlobal callable, PyTuple arguments, IEnumerable<object?>? items = null, IEnumerable<KeyValuePair<object?, object?>>? pairs = null) =>
        new(callable, arguments, isNew: false) { Items = items, Pairs = pairs };
}
