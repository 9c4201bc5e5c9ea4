using System.Runtime.CompilerServices;

namespace Belay;

/// <content>As a list.</content>
public sealed partial class Deque<T>
{
    /// <summary>The item at that place, counted from the beginning; <c>deque[^1]</c> is the last. Setting one is no change that an enumeration minds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public T this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count) ThrowNoSuchItem(index);
            return ItemAt(index);
        }
        set
        {
            if ((uint)index >= (uint)Count) ThrowNoSuchItem(index);
            ItemAt(index) = value;
        }
    }

    /// <summary>False.</summary>
    public bool IsReadOnly => false;

    /// <summary>The same as <see cref="AddLast"/>.</summary>
    public void Add(T item) => AddLast(item);

    /// <summary>Takes all items out. The places stay; <see cref="TrimExcess"/> gives them up.</summary>
    public void Clear()
    {
        _state += Change;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            AsSpans(out var first, out var second);
            first.Clear();
            second.Clear();
        }
        _state -= Count;
        _head = 0;
    }

    /// <summary>Whether one of the items is equal to it.</summary>
    public bool Contains(T item) => IndexOf(item) >= 0;

    /// <summary>The place of the first item that is equal to it; -1 if none is. deque.index.</summary>
    public int IndexOf(T item)
    {
        AsSpans(out var first, out var second);
        var index = MemoryExtensions.IndexOf(first, item, comparer: null);
        if (index >= 0 || second.IsEmpty) return index;
        index = MemoryExtensions.IndexOf(second, item, comparer: null);
        return index < 0 ? -1 : first.Length + index;
    }

    /// <summary>Copies all items into an array, from that place on.</summary>
    /// <exception cref="ArgumentNullException">There is no array.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    /// <exception cref="ArgumentException">The array ends too early.</exception>
    public void CopyTo(T[] array, int arrayIndex)
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentOutOfRangeException.ThrowIfNegative(arrayIndex);
        if (array.Length - arrayIndex < Count)
            throw new ArgumentException($"The array has {Math.Max(0, array.Length - arrayIndex)} places from {arrayIndex} on, the deque {Count} items.", nameof(array));
        AsSpans(out var first, out var second);
        first.CopyTo(array.AsSpan(arrayIndex));
        second.CopyTo(array.AsSpan(arrayIndex + first.Length));
    }

    /// <summary>Puts an item in before the one at that place; at <see cref="Count"/> it becomes the last. The items on the nearer side move. deque.insert.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative, or greater than Count. Python takes any.</exception>
    /// <exception cref="InvalidOperationException">The deque is as long as it may become.</exception>
    public void Insert(int index, T item)
    {
        if ((uint)index > (uint)Count) ThrowNoSuchItem(index);
        if (Count == _maxLength)
            throw new InvalidOperationException($"The deque is at its maximum of {Count}, so there is no place to insert an item. Only adding at an end drops one at the other.");
        _state += Change;
        if (index < Count / 2)
        {
            AddFirst(item);
            for (var i = 0; i < index; i++) ItemAt(i) = ItemAt(i + 1);
        }
        else
        {
            AddLast(item);
            for (var i = Count - 1; i > index; i--) ItemAt(i) = ItemAt(i - 1);
        }
        ItemAt(index) = item;
    }

    /// <summary>Takes the first item out that is equal to it.</summary>
    /// <returns>False if none is, where Python's deque.remove raises ValueError.</returns>
    public bool Remove(T item)
    {
        var index = IndexOf(item);
        if (index < 0) return false;
        RemoveAt(index);
        return true;
    }

    /// <summary>Takes the item at that place out. The items on the nearer side move. del deque[index].</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public void RemoveAt(int index)
    {
        if ((uint)index >= (uint)Count) ThrowNoSuchItem(index);
        _state += Change;
        if (index < Count / 2)
        {
            for (var i = index; i > 0; i--) ItemAt(i) = ItemAt(i - 1);
            RemoveFirst();
        }
        else
        {
            for (var i = index; i < Count - 1; i++) ItemAt(i) = ItemAt(i + 1);
            RemoveLast();
        }
    }

    void ThrowNoSuchItem(int index) => throw new ArgumentOutOfRangeException(
        nameof(index), index, $"The deque has {Count} items. The first is at 0; from the end count with ^: the last is deque[^1].");
}
