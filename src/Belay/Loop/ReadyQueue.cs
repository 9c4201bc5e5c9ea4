using System.Diagnostics;

namespace Belay;

/// <summary>What runs next, first in, first out, in a ring.</summary>
internal sealed class ReadyQueue
{
    IReady?[] _items = new IReady?[64];     // always a power of two
    int _head;

    internal int Count { get; private set; }

    internal void Enqueue(IReady item)
    {
        if (Count == _items.Length) Grow();
        _items[(_head + Count++) & (_items.Length - 1)] = item;
    }

    internal IReady Dequeue()
    {
        Debug.Assert(Count > 0);
        ref var place = ref _items[_head];
        var item = place!;
        place = null;
        _head = (_head + 1) & (_items.Length - 1);
        Count--;
        return item;
    }

    void Grow()
    {
        var items = new IReady?[_items.Length * 2];
        var first = _items.Length - _head;
        Array.Copy(_items, _head, items, 0, first);
        Array.Copy(_items, 0, items, first, _head);
        (_items, _head) = (items, 0);
    }
}
