using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Belay;

/// <content>The ring: a power of two of places, of which <see cref="Count"/> are taken, from the head on and round the end.</content>
/// <remarks>
/// Its fields are the deque's own, not those of a struct in it: they are then reached from one register, and a take runs half as long again without that.
/// Adding and taking ask whether a place is past the end, which the array would ask too, where all else masks.
/// </remarks>
public sealed partial class Deque<T>
{
    const int FirstCapacity = 4;

    Place<T>[] _places = [];    // its length is a power of two, or zero
    int _room;                  // its length or the maximum, whichever is less: one question instead of two
    int _head;

    /// <summary>The count, and above it the version, which every change makes another. In one field they are read and written in one go.</summary>
    long _state;

    const long Change = 1L << 32;

    int Version => (int)(_state >> 32);

    /// <summary>Counted from the head; there has to be such a place.</summary>
    ref T ItemAt(int index) => ref _places[(_head + index) & (_places.Length - 1)].Item!;

    /// <summary>Adds so many places at the end, for the caller to fill.</summary>
    void Extend(int count, out Span<T> first, out Span<T> second)
    {
        var from = Count;
        if (count > _places.Length - from) Grow(checked(from + count));
        _state += count;
        Part(from, count, out first, out second);
    }

    /// <summary>A part of the items; the second span is empty unless the part goes round the end.</summary>
    void Part(int index, int count, out Span<T> first, out Span<T> second)
    {
        var from = (_head + index) & (_places.Length - 1);
        var untilEnd = Math.Min(count, _places.Length - from);
        first = Items(_places.AsSpan(from, untilEnd));
        second = Items(_places.AsSpan(0, count - untilEnd));
    }

    void Grow(int count) => Resize(Math.Max(count, FirstCapacity));

    // Not in the way of those who add: these are seldom called.
    [MethodImpl(MethodImplOptions.NoInlining)]
    void MakeRoomAndAddLast(T item)
    {
        if (_maxLength == 0) return;
        if (Count == _maxLength) RemoveFirst();
        else Grow(Count + 1);
        AddLast(item);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void MakeRoomAndAddFirst(T item)
    {
        if (_maxLength == 0) return;
        if (Count == _maxLength) RemoveLast();
        else Grow(Count + 1);
        AddFirst(item);
    }

    /// <summary>Moves everything into an array with places for at least so many; not fewer than there are items.</summary>
    void Resize(int capacity) => Take(Copy(0, Count, capacity));

    /// <summary>A part of the items, at the beginning of new places.</summary>
    Place<T>[] Copy(int index, int count, int capacity)
    {
        var places = MakePlaces(capacity);
        Part(index, count, out var first, out var second);
        first.CopyTo(Items(places));
        second.CopyTo(Items(places)[first.Length..]);
        return places;
    }

    /// <summary>From now on these are the places, and the items are the first of them.</summary>
    void Take(Place<T>[] places)
    {
        (_places, _head) = (places, 0);
        _room = _maxLength == NoMaximum ? places.Length : Math.Min(places.Length, _maxLength);
    }

    static Place<T>[] MakePlaces(int capacity)
    {
        if (capacity == 0) return [];
        // Past this there is no array; the runtime says so better than an overflow would.
        var length = capacity <= 1 << 30 ? (int)BitOperations.RoundUpToPowerOf2((uint)capacity) : Array.MaxLength + 1;
        return new Place<T>[length];
    }

    // A struct with one field has the layout of that field.
    static Span<T> Items(Span<Place<T>> places) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<Place<T>, T>(ref MemoryMarshal.GetReference(places)), places.Length);
}
