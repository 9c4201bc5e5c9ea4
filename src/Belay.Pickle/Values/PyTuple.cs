using System.Collections;
using System.Runtime.CompilerServices;

namespace Belay.Pickling;

/// <summary>A tuple of Python's: a list of fixed length that is equal to another with equal items.</summary>
/// <remarks>Tuples of .NET's are written as tuples too; loaded is always this, which may have any length.</remarks>
[CollectionBuilder(typeof(PyTuple), nameof(Create))]
public sealed class PyTuple : IReadOnlyList<object?>, ITuple, IEquatable<PyTuple>, IPyKey
{
    readonly object?[] _items;
    int _hash;      // 0: not known yet

    /// <summary>One of these items.</summary>
    public PyTuple(params ReadOnlySpan<object?> items) => _items = items.ToArray();

    PyTuple(object?[] items) => _items = items;

    /// <summary>The one without items.</summary>
    public static PyTuple Empty { get; } = new(Array.Empty<object?>());

    /// <summary>One of these items: for collection expressions.</summary>
    public static PyTuple Create(ReadOnlySpan<object?> items) => items.IsEmpty ? Empty : new(items.ToArray());

    /// <summary>One of this array, which is nobody else's.</summary>
    internal static PyTuple Own(object?[] items) => new(items);

    /// <summary>How many items it has.</summary>
    public int Count => _items.Length;

    int ITuple.Length => _items.Length;

    /// <summary>The item at that place.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public object? this[int index] => (uint)index < (uint)_items.Length ? _items[index] : throw new ArgumentOutOfRangeException(nameof(index), index, $"The tuple has {Count} items.");

    /// <summary>The items. Nothing is copied.</summary>
    public ReadOnlySpan<object?> AsSpan() => _items;

    /// <summary>Whether the other has equal items, compared as Python does: 1 and 1.0 are equal.</summary>
    public bool Equals(PyTuple? other) => other is not null && Equality.Compare(this, other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PyTuple);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (_hash != 0) return _hash;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var hash = new HashCode();
        foreach (var item in _items) hash.Add(Equality.Hash(item));
        _hash = hash.ToHashCode();
        return _hash = _hash == 0 ? 1 : _hash;
    }

    /// <summary>The items in parentheses.</summary>
    public override string ToString() => $"({string.Join(", ", _items.Select(item => item is PyTuple or PyFrozenSet ? item.GetType().Name : item ?? "None"))})";

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => ((IEnumerable<object?>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
