using System.Diagnostics;

namespace Belay;

/// <summary>What runs next, first in, first out, in a ring.</summary>
internal sealed class ReadyQueue
{
    /// <summary>A struct round the reference: storing into an array of references would check its type each time.</summary>
    struct Place
    {
        public IReady? Item;
    }

    Place[] _places = new Place[64];    // always a power of two
    int _head;

    internal int Count { get; private set; }

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

    void Grow()
    {
        var places = new Place[_places.Length * 2];
        var first = _places.Length - _head;
        Array.Copy(_places, _head, places, 0, first);
        Array.Copy(_places, 0, places, first, _head);
        (_places, _head) = (places, 0);
    }
}
