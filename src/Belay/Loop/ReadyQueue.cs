using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Belay;

/// <summary>What runs next, first in, first out, in a ring. Each place it gives has a number, from 1.</summary>
internal sealed class ReadyQueue
{
    Place<IReady>[] _places = new Place<IReady>[64];    // always a power of two

    /// <summary>The largest index.</summary>
    int _mask = 63;

    internal int Count => (int)(LastAdded - LastTaken);

    /// <summary>The number of the place that was given last.</summary>
    internal long LastAdded { get; private set; }

    /// <summary>The number of the place of what was taken last.</summary>
    internal long LastTaken { get; private set; }

    internal void Enqueue(IReady item)
    {
        if (Count > _mask) Grow();
        PlaceOf(++LastAdded) = item;
    }

    internal IReady Dequeue()
    {
        Debug.Assert(Count > 0);
        ref var place = ref PlaceOf(++LastTaken);
        var item = place!;
        place = null;
        return item;
    }

    /// <summary>A copy of what is in these places, without those that were taken.</summary>
    internal IReady[] GetItems(long first, long last)
    {
        first = Math.Max(first, LastTaken + 1);
        var items = new IReady[Math.Max(0, last - first + 1)];
        for (var i = 0; i < items.Length; i++) items[i] = PlaceOf(first + i)!;
        return items;
    }

    // Sound: what is left of the number is an index. The check of the bounds would be a good part of a call.
    ref IReady? PlaceOf(long number) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_places), (int)number & _mask).Item;

    void Grow()
    {
        var items = GetItems(LastTaken + 1, LastAdded);
        _places = new Place<IReady>[items.Length * 2];
        _mask = _places.Length - 1;
        for (var i = 0; i < items.Length; i++) PlaceOf(LastTaken + 1 + i) = items[i];
    }
}
