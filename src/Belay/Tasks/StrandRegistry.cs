namespace Belay;

/// <summary>
/// The strands of a loop. Each stays in one array for as long as it is kept, alive or not, so that starting and ending a task writes next
/// to no references: the GC's barriers would be a good part of what a short task costs.
/// </summary>
internal sealed class StrandRegistry(EventLoop loop)
{
    /// <summary>How many finished strands are kept for new tasks.</summary>
    const int MaxSpare = 4096;

    TaskStrand[] _all = new TaskStrand[16];
    TaskStrand[] _spare = new TaskStrand[16];
    int _count;
    int _spareCount;

    internal int LiveCount => _count - _spareCount;

    internal TaskStrand Rent() => _spareCount > 0 ? _spare[--_spareCount] : Add();

    internal void Return(TaskStrand strand)
    {
        if (_spareCount == MaxSpare)
        {
            Remove(strand);
            return;
        }
        if (_spareCount == _spare.Length) Array.Resize(ref _spare, _spareCount * 2);
        ref var place = ref _spare[_spareCount++];
        if (place != strand) place = strand;    // mostly it is there: the last that was taken is the first to come back
    }

    /// <summary>Those that are alive, in the order of their creation.</summary>
    internal List<TaskStrand> GetLive()
    {
        var live = new List<TaskStrand>(LiveCount);
        foreach (var strand in _all.AsSpan(0, _count))
            if (strand.Owner is not null) live.Add(strand);
        live.Sort(static (left, right) => left.Owner!.Order.CompareTo(right.Owner!.Order));
        return live;
    }

    TaskStrand Add()
    {
        if (_count == _all.Length) Array.Resize(ref _all, _count * 2);
        return _all[_count] = new TaskStrand(loop) { Index = _count++ };
    }

    void Remove(TaskStrand strand)
    {
        var last = _all[--_count];
        _all[_count] = null!;
        if (last == strand) return;
        last.Index = strand.Index;
        _all[last.Index] = last;
    }
}
