namespace Belay;

/// <summary>
/// Which acquisitions have been given back by their releasers, so that one disposed twice releases once. Acquisitions are numbered; those
/// given back are kept as ranges, of which there are few: mostly one.
/// </summary>
internal struct Tickets
{
    /// <summary>Only where some are released by hand and some by a releaser, in turns, do ranges become many. Then the oldest are forgotten.</summary>
    const int MaxRanges = 4096;

    long _issued;

    /// <summary>The last range; empty at first.</summary>
    (long From, long To) _last;

    List<(long From, long To)>? _earlier;

    internal long Issue() => ++_issued;

    /// <summary>True for the first time with this ticket. 0 is none.</summary>
    internal bool TryUse(long ticket)
    {
        if (ticket == _last.To + 1)
        {
            if (_last.From == 0) _last.From = 1;
            _last.To = ticket;
            return true;
        }
        if (ticket > _last.To)
        {
            if (_last.To > 0) (_earlier ??= []).Add(_last);
            if (_earlier?.Count > MaxRanges) _earlier.RemoveAt(0);
            _last = (ticket, ticket);
            return true;
        }
        return ticket < _last.From && TryUseEarlier(ticket);
    }

    bool TryUseEarlier(long ticket)
    {
        var earlier = _earlier ??= [];
        var at = earlier.Count;     // the first range that begins after it
        while (at > 0 && earlier[at - 1].From > ticket) at--;
        if (at > 0 && ticket <= earlier[at - 1].To) return false;
        var follows = at > 0 && earlier[at - 1].To == ticket - 1;
        var from = follows ? earlier[at - 1].From : ticket;
        if (at == earlier.Count && _last.From == ticket + 1)
        {
            _last.From = from;
            if (follows) earlier.RemoveAt(at - 1);
        }
        else if (at < earlier.Count && earlier[at].From == ticket + 1)
        {
            earlier[at] = (from, earlier[at].To);
            if (follows) earlier.RemoveAt(at - 1);
        }
        else if (follows) earlier[at - 1] = (from, ticket);
        else earlier.Insert(at, (ticket, ticket));
        return true;
    }
}
