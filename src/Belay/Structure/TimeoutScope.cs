using System.Diagnostics.CodeAnalysis;

namespace Belay;

/// <summary>
/// The time limit of a block: see <see cref="Coro.Timeout(TimeSpan?, Func{TimeoutScope, Coro})"/>. asyncio.Timeout. On the loop's thread only.
/// </summary>
public sealed class TimeoutScope : ITimed
{
    CoroTask _task = null!;
    CancellationHold? _hold;

    /// <summary>The requests to cancel the task that were there before: those are not this one's to answer.</summary>
    int _cancelling;

    TimeoutState _state;

    /// <summary>The timer is set, or on its way through the ready queue.</summary>
    bool _isSet;

    /// <summary>How often it is in the ready queue to no effect: it was called off after it had become due.</summary>
    int _calledOff;

    TimeoutScope() { }

    int ITimed.HeapIndex { get; set; } = -1;

    /// <summary>The deadline on <see cref="EventLoop.Time"/>; null if there is none. asyncio: when.</summary>
    public TimeSpan? When { get; private set; }

    /// <summary>Whether time was up before the block had ended. asyncio: expired.</summary>
    public bool IsExpired => _state is TimeoutState.Expiring or TimeoutState.Expired;

    /// <summary>
    /// Moves the deadline, which may be in the past: then time is up in the next turn. asyncio: reschedule.
    /// </summary>
    /// <param name="when">On <see cref="EventLoop.Time"/>; null or Timeout.InfiniteTimeSpan: none any more.</param>
    /// <exception cref="InvalidOperationException">The block has ended, or its time is up.</exception>
    public void Reschedule(TimeSpan? when)
    {
        _task.Loop.CheckThread();
        if (_state != TimeoutState.Active)
            throw new InvalidOperationException(
                $"The deadline cannot be moved: {(_state == TimeoutState.Finished ? "the block has ended" : "time is up")}. Do it within the block, before that.");
        CallOff();
        Set(when);
    }

    /// <summary>Begins a block in the current task.</summary>
    internal static TimeoutScope Begin(CoroTask task, TimeSpan? limit, bool isDeadline = false)
    {
        var scope = new TimeoutScope();
        if (!isDeadline) scope.BeginAgain(task, limit);
        else
        {
            scope.BeginAgain(task, null);
            scope.Set(limit);
        }
        return scope;
    }

    /// <summary>Whether a block that never saw the scope has left it as good as new.</summary>
    internal bool CanBeginAgain => _calledOff == 0;

    internal void BeginAgain(CoroTask task, TimeSpan? delay)
    {
        _task = task;
        _hold = TaskStrand.Running.InnermostHold;
        _cancelling = _task.Cancelling;
        _state = TimeoutState.Active;
        if (delay is { } limit && limit != Timeout.InfiniteTimeSpan) Set(_task.Loop.Deadline(limit), isDue: limit <= TimeSpan.Zero);
        else When = null;
    }

    /// <summary>The block has ended.</summary>
    /// <param name="failure">How, if not well.</param>
    /// <returns>What leaves instead.</returns>
    [return: NotNullIfNotNull(nameof(failure))]
    internal Exception? End(Exception? failure)
    {
        CallOff();
        if (_state == TimeoutState.Active)
        {
            _state = TimeoutState.Finished;
            return failure;
        }
        _state = TimeoutState.Expired;
        // If others have asked too, the cancellation is theirs.
        var isOwn = _task.Uncancel() <= _cancelling;
        if (!isOwn || failure is null || !TaskStrand.Running.IsCancellation(failure)) return failure;
        return TimeIsUp(failure as CancelledException ?? new CancelledException(failure));
    }

    internal static TimeoutException TimeIsUp(CancelledException cause) => new("Time is up, and what had not ended by then was cancelled.", cause);

    void Set(TimeSpan? when)
    {
        if (when is { } deadline && deadline != Timeout.InfiniteTimeSpan) Set(deadline, isDue: deadline <= _task.Loop.Time);
        else When = null;
    }

    void Set(TimeSpan when, bool isDue)
    {
        When = when;
        _isSet = true;
        if (isDue) _task.Loop.Enqueue(this);
        else _task.Loop.AddTimerAt(this, when);
    }

    void CallOff()
    {
        if (!_isSet) return;
        _isSet = false;
        if (!_task.Loop.RemoveTimer(this)) _calledOff++;
    }

    /// <summary>The timer is due.</summary>
    void IReady.Run()
    {
        if (_calledOff > 0)
        {
            _calledOff--;
            return;
        }
        _isSet = false;
        _task.CancelFrom(_hold);
        _state = TimeoutState.Expiring;
    }
}
