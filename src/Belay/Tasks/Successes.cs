namespace Belay;

/// <summary>
/// The news for an owner that tasks of its have succeeded. Those that do so one after the other, with nothing in between, need one place in
/// the ready queue, that of the first: nobody could tell the difference. The place is known by its number.
/// </summary>
internal struct Successes
{
    long _place;

    /// <summary>How many share it; 0: there is none.</summary>
    int _count;

    internal void Add(EventLoop loop, CoroTask child)
    {
        if (_count > 0 && loop.LastAdded == _place)
        {
            child.SetOwner(null);
            _count++;
            return;
        }
        loop.Enqueue(child);
        if (_count == 0) (_place, _count) = (loop.LastAdded, 1);      // else its turn is not that of the others
    }

    /// <summary>How many the task that has just been taken from the ready queue brings the news of.</summary>
    internal int Take(EventLoop loop)
    {
        if (_count == 0 || loop.LastTaken != _place) return 1;
        var count = _count;
        _count = 0;
        return count;
    }
}
