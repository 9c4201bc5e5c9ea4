using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Belay.Pickling;

/// <summary>A dict of Python's: in the order of insertion, with any keys, None too, compared as Python does: <c>dict[1]</c> finds 1.0.</summary>
/// <remarks>Dictionaries of .NET's are written as dicts too; loaded is this, or what <c>Loads&lt;T&gt;</c> asks for. Not thread-safe.</remarks>
public partial class PyDict : IDictionary<object?, object?>, IReadOnlyDictionary<object?, object?>
{
    /// <summary>An empty one.</summary>
    public PyDict() { }

    /// <summary>One with these pairs; of equal keys the last counts.</summary>
    public PyDict(IEnumerable<KeyValuePair<object?, object?>> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (var (key, value) in items) this[key] = value;
    }

    /// <summary>How many pairs it has.</summary>
    public int Count { get; private set; }

    /// <summary>False.</summary>
    public bool IsReadOnly => false;

    /// <summary>The keys, in the order of insertion.</summary>
    public ICollection<object?> Keys => [.. this.Select(pair => pair.Key)];

    /// <summary>The values, in the order of insertion of their keys.</summary>
    public ICollection<object?> Values => [.. this.Select(pair => pair.Value)];

    IEnumerable<object?> IReadOnlyDictionary<object?, object?>.Keys => Keys;

    IEnumerable<object?> IReadOnlyDictionary<object?, object?>.Values => Values;

    /// <summary>The value of that key.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public object? this[object? key]
    {
        get => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The dict has no key {key ?? "None"}.");
        set
        {
            var index = Find(key, out var hash);
            if (index >= 0) _entries[index].Value = value;
            else Append(key, value, hash);
        }
    }

    /// <summary>Adds a pair.</summary>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add(object? key, object? value)
    {
        if (Find(key, out var hash) >= 0) throw new ArgumentException($"The dict has the key {key ?? "None"} already. To replace its value write dict[key] = value.", nameof(key));
        Append(key, value, hash);
    }

    /// <summary>Adds a pair.</summary>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add(KeyValuePair<object?, object?> item) => Add(item.Key, item.Value);

    /// <summary>Whether there is that key.</summary>
    public bool ContainsKey(object? key) => Find(key, out _) >= 0;

    /// <summary>Whether there is that key with an equal value.</summary>
    public bool Contains(KeyValuePair<object?, object?> item) => TryGetValue(item.Key, out var value) && Equality.Compare(value, item.Value);

    /// <summary>The value of that key, if it is there.</summary>
    public bool TryGetValue(object? key, [MaybeNullWhen(false)] out object? value)
    {
        var index = Find(key, out _);
        value = index >= 0 ? _entries[index].Value : null;
        return index >= 0;
    }

    /// <summary>Takes a pair out. Takes time for all that were added later.</summary>
    /// <returns>False if there is no such key.</returns>
    public bool Remove(object? key)
    {
        var index = Find(key, out _);
        if (index < 0) return false;
        RemoveAt(index);
        return true;
    }

    /// <summary>Takes a pair out if its value is equal.</summary>
    /// <returns>False if there is no such pair.</returns>
    public bool Remove(KeyValuePair<object?, object?> item) => Contains(item) && Remove(item.Key);

    /// <summary>Copies the pairs into an array, from that place on.</summary>
    public void CopyTo(KeyValuePair<object?, object?>[] array, int arrayIndex)
    {
        ArgumentNullException.ThrowIfNull(array);
        foreach (var pair in this) array[arrayIndex++] = pair;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<object?, object?>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return new(_entries[i].Key, _entries[i].Value);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
