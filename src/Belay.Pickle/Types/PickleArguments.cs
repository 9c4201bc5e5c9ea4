namespace Belay.Pickling;

/// <summary>What a class of Python's is called with by a pickle.</summary>
public readonly struct PickleArguments
{
    readonly PyTuple _items;

    internal PickleArguments(Loading loading, PyTuple items, PyDict? keywords = null) => (Loading, _items, Keywords) = (loading, items, keywords);

    internal Loading Loading { get; }

    /// <summary>How many positional ones there are.</summary>
    public int Count => _items.Count;

    /// <summary>The keyword arguments; null if there are none.</summary>
    public PyDict? Keywords { get; }

    /// <summary>The positional one at that place.</summary>
    /// <exception cref="PickleException">There are not so many.</exception>
    public object? this[int index] => index < Count ? _items[index] : throw new PickleException($"argument {index} is missing: there are {Count}");

    /// <summary>The positional one at that place, as a type.</summary>
    /// <exception cref="PickleException">There are not so many, or it is not of that type.</exception>
    public T Get<T>(int index) => Loading.Convert<T>(this[index]);

    internal void Expect(int least, int most)
    {
        if (Count < least || Count > most) throw new PickleException($"{Count} arguments came where {(least == most ? $"{least} belong" : $"{least} to {most} belong")}");
    }
}
