using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Belay;

/// <summary>What runs next, first in, first out, in a ring.</summary>
internal sealed class ReadyQueue
{
    Place<IReady>[] _places = new Place<IReady>[64];    // always a power of two

    /// <summary>The largest index.</summary>
    int _mask = 63;

    /// <summary>How many have been taken, and how many added, in all; the ends of the ring are what is left of them below its length.</summary>
    uint _taken, _added;

    internal int Count => (int)(_added - _taken);

    /// <summary>How many have been added in all; so places have numbers, from 1.</summary>
    internal uint Added => _added;

    /// <summary>How many have been taken in all.</summary>
    internal uint Taken => _taken;

    internal void Enqueue(IReady item)
    {
        if (Count > _mask) Grow();
        PlaceOf(_added++) = item;
    }

    internal IReady Dequeue()
    {
        Debug.Assert(Count > 0);
        ref var place = ref PlaceOf(_taken++);
        var item = place!;
        place = null;
        return item;
    }

    /// <summary>A copy, first to last.</summary>
    internal IReady[] GetItems()
    {
        var items = new IReady[Count];
        for (var i = 0; i < items.Length; i++) items[i] = PlaceOf(_taken + (uint)i)!;
        return items;
    }

    // Sound: what is left of the number is an index. The check of the bounds would be a good part of a call.
    ref IReady? PlaceOf(uint number) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_places), number & (uint)_mask).Item;

    void Grow()
    {
        var items = GetItems();
        _places = new Place<IReady>[items.Length * 2];
        _mask = _places.Length - 1;
        for (var i = 0; i < items.Length; i++) PlaceOf(_taken + (uint)i) = items[i];
    }
}
