namespace Belay.Pickling;

/// <summary>What a pickle remembers by number. Numbers that are not given in a row take no more memory than others.</summary>
sealed class Memo(int max)
{
    readonly Dictionary<long, Slot> _others = [];
    Slot[] _inRow = [];
    int _count;

    /// <summary>How many there are: the next number, to those that do not say one.</summary>
    public long Count => _count + _others.Count;

    public void Add(Slot slot)
    {
        if (_others.Count > 0)
        {
            Set(Count, slot);
            return;
        }
        if (_count == _inRow.Length) Grow();
        _inRow[_count++] = slot;
    }

    public void Set(long index, Slot slot)
    {
        if (index < _count) _inRow[index] = slot;
        else if (index == _count && !_others.ContainsKey(index))
        {
            if (_count == _inRow.Length) Grow();
            _inRow[_count++] = slot;
        }
        else
        {
            CheckLimit();
            _others[index] = slot;
        }
    }

    public bool TryGet(long index, out Slot slot)
    {
        if ((ulong)index < (ulong)_count)
        {
            slot = _inRow[index];
            return true;
        }
        return _others.TryGetValue(index, out slot);
    }

    void Grow()
    {
        CheckLimit();
        Array.Resize(ref _inRow, (int)Math.Min(Math.Max(32L, _inRow.Length * 2L), Math.Max(max, _count + 1)));
    }

    void CheckLimit()
    {
        if (Count >= max) throw new PickleException(PickleErrorKind.Limit, $"it remembers more than the {max:N0} objects of PickleLimits.MaxMemo");
    }
}
