using System.Buffers;
using System.Runtime.CompilerServices;

namespace Belay.Pickling;

/// <summary>The number of each object that was written, by identity. A Dictionary with a comparer takes twice the time, and this is asked for every object.</summary>
sealed class ReferenceMemo : IDisposable
{
    const int FirstCapacity = 128;

    // The length is a power of two, as the pool has them, and at most half of it is taken. What is returned to the pool is empty, so what comes from it is too.
    Entry[] _entries = ArrayPool<Entry>.Shared.Rent(FirstCapacity);
    int _count;

    /// <summary>Its number, or -1.</summary>
    public int Find(object value)
    {
        ref var entry = ref Place(_entries, value, RuntimeHelpers.GetHashCode(value));
        return entry.Key is null ? -1 : entry.Index;
    }

    /// <summary>Gives it the next number, unless it has one.</summary>
    public int FindOrAdd(object value, out bool isNew)
    {
        if (_count * 2 >= _entries.Length) Grow();
        var hash = RuntimeHelpers.GetHashCode(value);
        ref var entry = ref Place(_entries, value, hash);
        isNew = entry.Key is null;
        if (isNew) entry = new() { Key = value, Index = _count++, Hash = hash };
        return entry.Index;
    }

    public void Dispose() => ArrayPool<Entry>.Shared.Return(_entries, clearArray: true);

    /// <summary>Where it is, or goes.</summary>
    static ref Entry Place(Entry[] entries, object value, int hash)
    {
        for (var place = hash; ; place++)
        {
            ref var entry = ref entries[place & (entries.Length - 1)];
            if (ReferenceEquals(entry.Key, value) || entry.Key is null) return ref entry;
        }
    }

    void Grow()
    {
        var entries = ArrayPool<Entry>.Shared.Rent(_entries.Length * 2);
        foreach (ref var entry in _entries.AsSpan())
        {
            if (entry.Key is { } value) Place(entries, value, entry.Hash) = entry;
        }
        ArrayPool<Entry>.Shared.Return(_entries, clearArray: true);
        _entries = entries;
    }

    struct Entry
    {
        public object? Key;
        public int Index;
        public int Hash;    // to ask an object for it takes a call of the runtime's
    }
}
