using System.Diagnostics;

namespace Belay;

/// <summary>What runs next, first in, first out, in a ring.</summary>
internal sealed class ReadyQueue
{
    Place<IReady>[] _places = new Place<IReady>[64];    // always a power of two
    int _head;

    internal int Count { get; private set; }

    internal IReady? Last => Count == 0 ? null : _places[(_head + Count - 1) & (_places.Length - 1)].Item;

    internal void Enqueue(IReady item)
    {
        if (Count == _places.Length) Grow();
        _places[(_head + Count++) & (_places.Length - 1)].Item = item;
    }

    internal IReady Dequeue()
    {
        Debug.Assert(Count > 0);
        ref var place = ref _places[_head];
        var item = place.Item!;
        place.Item = null;
        _head = (_head + 1) & (_places.Length - 1);
        Count--;
        return item;
    }

    /// <summary>A copy, first to last.</summary>
    internal IReady[] GetItems()
    {
        var items = new IReady[Count];
        for (var i = 0; i < items.Length; i++) items[i] = _places[(_head + i) & (_places.Length - 1)].Item!;
        return items;
    }

    void Grow()
    {
        var places = new Place<IReady>[_places.Length * 2];
        var first = _places.Length - _head;
        Array.Copy(_places, _head, places, 0, first);
        Array.Copy(_places, 0, places, first, _head);
        (_places, _head) = (places, 0);
    }
}
