namespace Belay;

/// <summary>Timers by time, equal ones in the order they were set. A heap with four children a node: flatter, so fewer cache misses.</summary>
internal sealed class TimerHeap
{
    struct Entry
    {
        public long When;
        public long Order;
        public ITimed Timer;

        public readonly bool Before(in Entry other) => When < other.When || When == other.When && Order < other.Order;
    }

    Entry[] _entries = new Entry[16];
    long _order;

    internal int Count { get; private set; }

    /// <summary>When the first is due, in ticks of the loop's time. There has to be one.</summary>
    internal long NextWhen => _entries[0].When;

    internal void Add(ITimed timer, long when)
    {
        if (Count == _entries.Length) Array.Resize(ref _entries, Count * 2);
        Rise(Count++, new Entry { When = when, Order = _order++, Timer = timer });
    }

    /// <returns>False if it is not there.</returns>
    internal bool Remove(ITimed timer)
    {
        var index = timer.HeapIndex;
        if (index < 0) return false;
        timer.HeapIndex = -1;
        var last = _entries[--Count];
        _entries[Count] = default;
        if (index == Count) return true;
        if (index > 0 && last.Before(_entries[(index - 1) >> 2])) Rise(index, last);
        else Sink(index, last);
        return true;
    }

    /// <summary>Takes out the first if it is due by then.</summary>
    internal ITimed? TakeDue(long now)
    {
        if (Count == 0 || _entries[0].When > now) return null;
        var timer = _entries[0].Timer;
        Remove(timer);
        return timer;
    }

    void Rise(int index, in Entry entry)
    {
        while (index > 0)
        {
            var parent = (index - 1) >> 2;
            if (!entry.Before(_entries[parent])) break;
            Put(index, _entries[parent]);
            index = parent;
        }
        Put(index, entry);
    }

    void Sink(int index, in Entry entry)
    {
        while (true)
        {
            var first = (index << 2) + 1;
            if (first >= Count) break;
            var least = first;
            for (var child = first + 1; child < Math.Min(first + 4, Count); child++)
                if (_entries[child].Before(_entries[least])) least = child;
            if (!_entries[least].Before(entry)) break;
            Put(index, _entries[least]);
            index = least;
        }
        Put(index, entry);
    }

    void Put(int index, in Entry entry)
    {
        _entries[index] = entry;
        entry.Timer.HeapIndex = index;
    }
}
