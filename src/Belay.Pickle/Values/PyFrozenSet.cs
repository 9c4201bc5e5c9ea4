using System.Collections;
using System.Runtime.CompilerServices;

namespace Belay.Pickling;

/// <summary>A frozenset of Python's: a set that does not change and is equal to another with equal items. FrozenSet&lt;T&gt; is written as one too.</summary>
public sealed class PyFrozenSet : IReadOnlyCollection<object?>, IEquatable<PyFrozenSet>, IPyKey
{
    readonly HashSet<object?> _items;
    int _hash;      // 0: not known yet

    /// <summary>One of these items, each once.</summary>
    public PyFrozenSet(IEnumerable<object?> items) => _items = new(items, PyEqualityComparer.Instance);

    /// <summary>How many items it has.</summary>
    public int Count => _items.Count;

    /// <summary>Whether an item is equal to that, as Python compares.</summary>
    public bool Contains(object? item) => _items.Contains(item);

    /// <inheritdoc/>
    public bool Equals(PyFrozenSet? other) => other is not null && Equality.Compare(this, other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PyFrozenSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (_hash != 0) return _hash;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var hash = _items.Count;
        foreach (var item in _items) hash ^= HashCode.Combine(Equality.Hash(item));
        return _hash = hash == 0 ? 1 : hash;
    }

    /// <summary>How many items it has, in words.</summary>
    public override string ToString() => $"frozenset of {Count}";

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
