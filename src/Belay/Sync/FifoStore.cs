using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>First in, first out: a ring.</summary>
internal sealed class FifoStore<T> : ItemStore<T>
{
    T[] _items = [];    // its length is a power of two, or zero
    int _head;

    internal override void Add(T item)
    {
        if (Count == _items.Length) Grow();
        _items[(_head + Count++) & (_items.Length - 1)] = item;
    }

    internal override T Take()
    {
        ref var place = ref _items[_head];
        var item = place;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) place = default!;
        _head = (_head + 1) & (_items.Length - 1);
        Count--;
        return item;
    }

    void Grow()
    {
        var items = new T[Math.Max(4, _items.Length * 2)];
        var first = _items.Length - _head;
        Array.Copy(_items, _head, items, 0, first);
        Array.Copy(_items, 0, items, first, _head);
        (_items, _head) = (items, 0);
    }
}
