using System.Runtime.InteropServices;

namespace Belay;

/// <content>Many items at once.</content>
public sealed partial class Deque<T>
{
    /// <summary>For how many items it has places; a power of two, or 0.</summary>
    public int Capacity => _places.Length;

    /// <summary>Adds the items one after another at the beginning, so that they end up reversed. extendleft.</summary>
    /// <remarks>If the enumeration throws, what came before has been added.</remarks>
    /// <exception cref="ArgumentNullException">There are no items, not even none.</exception>
    public void AddRangeFirst(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items == this) items = [.. this];
        if (items.TryGetNonEnumeratedCount(out var count)) EnsureCapacityFor(count);
        foreach (var item in items) AddFirst(item);
    }

    /// <summary>Adds the items at the end, in their order. extend.</summary>
    /// <remarks>If the enumeration throws, what came before has been added.</remarks>
    /// <exception cref="ArgumentNullException">There are no items, not even none.</exception>
    public void AddRangeLast(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        switch (items)
        {
            case T[] array when array.GetType() == typeof(T[]):     // not one of a type derived from T
                AddRangeLast(new ReadOnlySpan<T>(array));
                break;
            case List<T> list:
                AddRangeLast((ReadOnlySpan<T>)CollectionsMarshal.AsSpan(list));
                break;
            case Deque<T> deque:
                AddRangeLast(deque);
                break;
            default:
                if (items.TryGetNonEnumeratedCount(out var count)) EnsureCapacityFor(count);
                foreach (var item in items) AddLast(item);
                break;
        }
    }

    /// <summary>Adds the items at the end, in their order; a full deque drops as many of its first. extend.</summary>
    /// <param name="items">Not the deque's own <see cref="AsSpans"/>: what is dropped is no longer there to be added.</param>
    public void AddRangeLast(params ReadOnlySpan<T> items)
    {
        _state += Change;
        if (_maxLength != NoMaximum)
        {
            if (items.Length > _maxLength) items = items[^_maxLength..];
            for (var over = Count + items.Length - _maxLength; over > 0; over--) RemoveFirst();
        }
        Extend(items.Length, out var first, out var second);
        items[..first.Length].CopyTo(first);
        items[first.Length..].CopyTo(second);
    }

    /// <summary>A copy of that part, with the same <see cref="MaxLength"/>; <c>deque[n..]</c> compiles to it. Takes time for its length alone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part.</exception>
    public Deque<T> Slice(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, Count);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Count - start);
        var slice = _maxLength == NoMaximum ? new Deque<T>() : new Deque<T>(_maxLength);
        slice.Take(Copy(start, length, length));
        slice._state = length;
        return slice;
    }

    /// <summary>The items themselves, not copies, in one or two pieces; the second is empty unless they go round the end of the ring.</summary>
    /// <remarks>They are good until items are added, removed or moved; what is written to them after that may be lost.</remarks>
    public void AsSpans(out Span<T> first, out Span<T> second) => Part(0, Count, out first, out second);

    /// <summary>Turns all items to the right: the last so many become the first. Negative turns to the left. deque.rotate.</summary>
    /// <remarks>Takes time for the items that change ends, or for the others, whichever are fewer; none at all while every place is taken.</remarks>
    public void Rotate(int steps = 1)
    {
        if (Count <= 1) return;
        steps %= Count;
        if (steps == 0) return;
        if (steps < 0) steps += Count;
        _state += Change;
        if (Count == _places.Length) _head = (_head - steps) & (_places.Length - 1);    // no gap to move them across
        else if (steps <= Count / 2)
        {
            for (; steps > 0; steps--) AddFirst(RemoveLast());
        }
        else
        {
            for (steps = Count - steps; steps > 0; steps--) AddLast(RemoveFirst());
        }
    }

    /// <summary>Turns the order round, in place. deque.reverse.</summary>
    public void Reverse()
    {
        _state += Change;
        for (int i = 0, j = Count - 1; i < j; i++, j--) (ItemAt(i), ItemAt(j)) = (ItemAt(j), ItemAt(i));
    }

    /// <summary>Makes sure there are places for so many items, so that adding them moves nothing.</summary>
    /// <returns>For how many there are places now.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is negative.</exception>
    public int EnsureCapacity(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        if (capacity > Capacity) Resize(capacity);
        return Capacity;
    }

    /// <summary>Gives up the places that the items it has do not need.</summary>
    public void TrimExcess() => Resize(Count);

    // What a collection says of its size may be wrong by much, if another thread changes it; and a full deque needs no more places.
    void EnsureCapacityFor(int added)
    {
        var count = (long)Count + added;
        if (_maxLength != NoMaximum) count = Math.Min(count, _maxLength);
        EnsureCapacity((int)Math.Min(count, Array.MaxLength));
    }

    void AddRangeLast(Deque<T> deque)
    {
        if (deque == this) deque = deque[..];
        deque.AsSpans(out var first, out var second);
        AddRangeLast(first);
        AddRangeLast(second);
    }
}
