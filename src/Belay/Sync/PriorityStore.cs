namespace Belay;

/// <summary>The least first, equal ones in the order they came: a heap. It compares before it moves anything, since a comparer may throw.</summary>
internal sealed class PriorityStore<T>(IComparer<T>? comparer) : ItemStore<T>
{
    readonly IComparer<T> _comparer = comparer ?? Comparer<T>.Default;
    (T Item, long Order)[] _heap = new (T, long)[4];
    long _order;

    internal override void Add(T item)
    {
        var entry = (item, _order);
        var place = Count;
        while (place > 0 && IsBefore(entry, _heap[(place - 1) / 2])) place = (place - 1) / 2;

        if (Count == _heap.Length) Array.Resize(ref _heap, Count * 2);
        _order++;
        for (var at = Count++; at != place; at = (at - 1) / 2) _heap[at] = _heap[(at - 1) / 2];
        _heap[place] = entry;
    }

    internal override T Take()
    {
        // The children on the way down that rise by one each, for the last one to take the place of the lowest of them.
        Span<int> risers = stackalloc int[32];
        var (depth, hole, last) = (0, 0, Count - 1);
        while (2 * hole + 1 < last)
        {
            var child = 2 * hole + 1;
            if (child + 1 < last && IsBefore(_heap[child + 1], _heap[child])) child++;
            if (!IsBefore(_heap[child], _heap[last])) break;
            risers[depth++] = hole = child;
        }

        var item = _heap[0].Item;
        hole = 0;
        foreach (var riser in risers[..depth]) (_heap[hole], hole) = (_heap[riser], riser);
        _heap[hole] = _heap[last];
        _heap[last] = default;
        Count--;
        return item;
    }

    bool IsBefore((T Item, long Order) left, (T Item, long Order) right) => _comparer.Compare(left.Item, right.Item) switch
    {
        < 0 => true,
        0 => left.Order < right.Order,
        _ => false,
    };
}
