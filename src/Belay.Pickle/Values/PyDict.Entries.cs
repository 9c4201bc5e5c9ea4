using System.Numerics;

namespace Belay.Pickling;

/// <content>The pairs lie in the order of insertion. A few are looked through; of more there is a table of chains.</content>
public partial class PyDict
{
    /// <summary>Up to here looking at each key is quicker than hashing one; and attributes of objects are that few.</summary>
    const int FewEntries = 8;

    const int FirstCapacity = 4;

    const int None = -1;

    Entry[] _entries = [];
    int[]? _chains;     // by hash: one more than the index of the first entry; a power of two

    internal object? KeyAt(int index) => _entries[index].Key;

    internal object? ValueAt(int index) => _entries[index].Value;

    /// <summary>Empties it.</summary>
    public void Clear() => (_entries, _chains, Count) = ([], null, 0);

    /// <summary>The index of the entry, or -1 and the hash to append it with.</summary>
    int Find(object? key, out int hash)
    {
        if (_chains is null)
        {
            hash = 0;
            return FindAmongFew(key);
        }
        hash = Equality.Hash(key);
        for (var index = _chains[hash & (_chains.Length - 1)] - 1; index >= 0; index = _entries[index].Next)
        {
            ref var entry = ref _entries[index];
            if (entry.Hash == hash && Equality.Compare(entry.Key, key)) return index;
        }
        return None;
    }

    int FindAmongFew(object? key)
    {
        for (var index = 0; index < Count; index++)
        {
            if (Equality.Compare(_entries[index].Key, key)) return index;
        }
        return None;
    }

    /// <summary>Makes places for so many more. What is asked for in small numbers gets more, or it would be asked for too often.</summary>
    internal void Reserve(int more)
    {
        if (_entries.Length - Count < more) Array.Resize(ref _entries, Count == 0 ? more : Math.Max(Count + more, Count * 2));
    }

    void Append(object? key, object? value, int hash)
    {
        if (Count == _entries.Length) Reserve(Math.Max(FirstCapacity, Count));
        ref var entry = ref _entries[Count++];
        (entry.Key, entry.Value, entry.Hash) = (key, value, hash);
        if (_chains is not null && Count <= _chains.Length) Link(Count - 1);
        else if (Count > FewEntries) MakeChains();
    }

    void RemoveAt(int index)
    {
        _entries.AsSpan((index + 1)..Count).CopyTo(_entries.AsSpan(index));
        _entries[--Count] = default;
        if (_chains is not null) MakeChains();
    }

    void MakeChains()
    {
        var hashed = _chains is not null;
        _chains = new int[BitOperations.RoundUpToPowerOf2((uint)_entries.Length)];
        for (var index = 0; index < Count; index++)
        {
            if (!hashed) _entries[index].Hash = Equality.Hash(_entries[index].Key);
            Link(index);
        }
    }

    void Link(int index)
    {
        ref var entry = ref _entries[index];
        ref var first = ref _chains![entry.Hash & (_chains.Length - 1)];
        entry.Next = first - 1;
        first = index + 1;
    }

    struct Entry
    {
        public object? Key;
        public object? Value;
        public int Hash;
        public int Next;    // in the same chain; -1 is none
    }
}
