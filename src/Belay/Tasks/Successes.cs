namespace Belay;

/// <summary>
/// The news for an owner that tasks of its have succeeded. Those that do so one after the other, with nothing in between, need one place in
/// the ready queue, that of the first: nobody could tell the difference.
/// </summary>
internal struct Successes
{
    CoroTask? _first;
    int _count;

    internal void Add(EventLoop loop, CoroTask child)
    {
        if (_first is not null && loop.IsLastReady(_first))
        {
            child.SetOwner(null);
            _count++;
            return;
        }
        if (_first is null) (_first, _count) = (child, 1);      // else its turn is not that of the others
        loop.Enqueue(child);
    }

    /// <summary>How many this task, whose turn has come, brings the news of.</summary>
    internal int Take(CoroTask child)
    {
        if (child != _first) return 1;
        _first = null;
        return _count;
    }
}
