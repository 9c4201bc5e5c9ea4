using System.Buffers;
using System.Runtime.CompilerServices;

namespace Belay.Pickling;

/// <summary>The number of each object that was written, by identity. A Dictionary with a comparer takes twice the time, and this is asked for every object.</summary>
sealed class ReferenceMemo : IDisposable
{
    const int FirstCapacity = 128;

    // The objects by number, and apart from them a small table without references, which stays in the processor's cache. Its length is a power of two, as the
    // pool has them, and at most half of it is taken.
    object[] _objects = ArrayPool<object>.Shared.Rent(FirstCapacity / 2);
    Entry[] _entries = RentEmpty(FirstCapacity);
    int _count;

    /// <summary>Its number, or -1.</summary>
    public int Find(object value) => Place(value, RuntimeHelpers.GetHashCode(value)).Next - 1;

    /// <summary>Gives it the next number, unless it has one.</summary>
    public int FindOrAdd(object value, out bool isNew)
    {
        if (_count * 2 >= _entries.Length) Grow();
        var hash = RuntimeHelpers.GetHashCode(value);
        ref var entry = ref Place(value, hash);
        isNew = entry.Next == 0;
        if (isNew)
        {
            _objects[_count++] = value;
            (entry.Hash, entry.Next) = (hash, _count);
        }
        return entry.Next - 1;
    }

    public void Dispose()
    {
        ArrayPool<object>.Shared.Return(_objects, clearArray: true);
        ArrayPool<Entry>.Shared.Return(_entries);
    }

    /// <summary>Where it is, or goes.</summary>
    ref Entry Place(object value, int hash)
    {
        var entries = _entries;
        for (var place = hash; ; place++)
        {
            ref var entry = ref entries[place & (entries.Length - 1)];
            if (entry.Next == 0 || (entry.Hash == hash && ReferenceEquals(_objects[entry.Next - 1], value))) return ref entry;
        }
    }

    void Grow()
    {
        var entries = RentEmpty(_entries.Length * 2);
        foreach (var entry in _entries)
        {
            if (entry.Next == 0) continue;
            var place = entry.Hash;
            while (entries[place & (entries.Length - 1)].Next != 0) place++;
            entries[place & (entries.Length - 1)] = entry;
        }
        ArrayPool<Entry>.Shared.Return(_entries);
        _entries = entries;
        var objects = ArrayPool<object>.Shared.Rent(entries.Length / 2);
        _objects.AsSpan(0, _count).CopyTo(objects);
        ArrayPool<object>.Shared.Return(_objects, clearArray: true);
        _objects = objects;
    }

    // The pool gives arrays of whatever was in memory.
    static Entry[] RentEmpty(int length)
    {
        var entries = ArrayPool<Entry>.Shared.Rent(length);
        Array.Clear(entries);
        return entries;
    }

    struct Entry
    {
        public int Hash;
        public int Next;    // one more than the object's number; 0: nothing is here
    }
}
