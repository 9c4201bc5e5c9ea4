using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Belay;

/// <content>The ring: a power of two of places, of which <see cref="Count"/> are taken, from the head on and round the end.</content>
/// <remarks>Its fields are the deque's own, not those of a struct in it: they are then reached from one register, and a take runs half as long again without that.</remarks>
public sealed partial class Deque<T>
{
    const int FirstCapacity = 4;

    Place<T>[] _places = [];    // its length is a power of two, or zero
    int _head;
    int _count;

    /// <summary>Counted from the head; there has to be such a place.</summary>
    ref T ItemAt(int index) => ref _places[(_head + index) & (_places.Length - 1)].Item!;

    /// <summary>Adds so many places at the end, for the caller to fill.</summary>
    void Extend(int count, out Span<T> first, out Span<T> second)
    {
        var from = _count;
        if (count > _places.Length - from) Grow(checked(from + count));
        _count += count;
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
        if (_count == _maxLength) RemoveFirst();
        else Grow(_count + 1);
        AddLast(item);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void MakeRoomAndAddFirst(T item)
    {
        if (_maxLength == 0) return;
        if (_count == _maxLength) RemoveLast();
        else Grow(_count + 1);
        AddFirst(item);
    }

    /// <summary>Moves everything into an array with places for at least so many; not fewer than there are items.</summary>
    void Resize(int capacity)
    {
        var places = MakePlaces(capacity);
        Part(0, _count, out var first, out var second);
        first.CopyTo(Items(places));
        second.CopyTo(Items(places)[first.Length..]);
        (_places, _head) = (places, 0);
    }

    static Place<T>[] MakePlaces(int capacity)
    {
        if (capacity == 0) return [];
        // Past this there is no array; the runtime says so better than an overflow would.
        var length = capacity <= 1 << 30 ? (int)BitOperations.RoundUpToPowerOf2((uint)capacity) : Array.MaxLength + 1;
        return RuntimeHelpers.IsReferenceOrContainsReferences<T>() ? new Place<T>[length] : GC.AllocateUninitializedArray<Place<T>>(length);
    }

    // A struct with one field has the layout of that field.
    static Span<T> Items(Span<Place<T>> places) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<Place<T>, T>(ref MemoryMarshal.GetReference(places)), places.Length);
}
