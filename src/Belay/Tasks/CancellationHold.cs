namespace Belay;

/// <summary>
/// Keeps back requests to cancel a strand while its task cleans up, until that has ended or time is up: see
/// <see cref="Coro.Cleanup(TimeSpan, Func{Coro})"/>. Holds may be nested.
/// </summary>
internal sealed class CancellationHold : ITimed
{
    /// <summary>The frame that cleans up.</summary>
    readonly Frame _frame;

    /// <summary>The one that this is nested in. It may be on another strand: that of the code which awaits this one's.</summary>
    readonly CancellationHold? _outer;

    TaskStrand _strand;
    bool _isOver;
    bool _isRequested;
    string? _message;

    CancellationHold(TaskStrand strand, Frame frame) => (_strand, _frame, _outer) = (strand, frame, strand.InnermostHold);

    int ITimed.HeapIndex { get; set; } = -1;

    /// <summary>Begins on the frame's strand.</summary>
    internal static CancellationHold Begin(Frame frame, TimeSpan limit)
    {
        var strand = (TaskStrand)frame.Strand;
        var hold = new CancellationHold(strand, frame);
        strand.Hold = hold;
        if (strand.TakeKeptRequest(out var message)) hold.Keep(message);
        if (limit != Timeout.InfiniteTimeSpan) strand.Loop.AddTimer(hold, limit);
        return hold;
    }

    /// <summary>
    /// Keeps a request back. False if time is up, or if the request comes from a scope within the clean-up itself: its time limits and
    /// groups work as ever.
    /// </summary>
    internal bool TryKeep(string? message)
    {
        for (var hold = this; hold is not null && hold._strand == _strand; hold = hold._outer)
        {
            if (hold._isOver) continue;
            if (IsWithin(_strand.Loop.CancellationOrigin, hold)) return false;
            hold.Keep(message);
            return true;
        }
        return false;
    }

    /// <summary>The task has taken its requests back.</summary>
    internal void Drop()
    {
        for (var hold = this; hold is not null; hold = hold._outer) hold._isRequested = false;
    }

    /// <summary>The clean-up has ended.</summary>
    internal void End()
    {
        _strand.Loop.RemoveTimer(this);
        _strand.Hold = _outer is { } outer && outer._strand == _strand ? outer : null;
        Release();
    }

    /// <summary>Time is up.</summary>
    void IReady.Run() => Release();

    void Release()
    {
        if (_isOver) return;
        _isOver = true;
        if (!_isRequested) return;
        _isRequested = false;
        if (_strand.Hold?.TryKeep(_message) != true) _strand.RequestCancel(_message);
        _strand.Interop?.CancelToken();
    }

    /// <summary>The frames that wait have moved to another strand: so do the holds that some of them have.</summary>
    internal static void Move(TaskStrand from, TaskStrand to)
    {
        var innermost = from.Hold;
        while (from.Hold is { } hold && IsOn(to, hold._frame))
        {
            hold._strand = to;
            from.Hold = hold._outer is { } outer && outer._strand == from ? outer : null;
            to.Hold = innermost;
        }
    }

    static bool IsOn(TaskStrand strand, Frame frame)
    {
        for (var at = strand.Innermost; at is not null; at = at.Parent)
            if (at == frame) return true;
        return false;
    }

    static bool IsWithin(CancellationHold? inner, CancellationHold outer)
    {
        for (; inner is not null; inner = inner._outer)
            if (inner == outer) return true;
        return false;
    }

    void Keep(string? message)
    {
        if (!_isRequested) _message = message;
        _isRequested = true;
    }
}
