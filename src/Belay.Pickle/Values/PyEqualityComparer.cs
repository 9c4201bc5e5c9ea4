namespace Belay.Pickling;

/// <summary>Compares as Python's <c>==</c> does, for what pickles are made of: for sets and dictionaries of objects.</summary>
/// <remarks>
/// Numbers are equal whatever their types: 1, 1.0, true. Strings, bytes, dates and the like are equal by value, tuples and frozensets item by
/// item. Everything else, also objects of registered classes, is equal only to itself: a hostile pickle could make their Equals run for ever.
/// </remarks>
public sealed class PyEqualityComparer : IEqualityComparer<object?>
{
    PyEqualityComparer() { }

    /// <summary>The only one.</summary>
    public static PyEqualityComparer Instance { get; } = new();

    /// <inheritdoc/>
    public new bool Equals(object? x, object? y) => Equality.Compare(x, y);

    /// <inheritdoc/>
    public int GetHashCode(object? obj) => Equality.Hash(obj);
}
