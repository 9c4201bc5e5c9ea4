namespace Belay.Tests.Support;

/// <summary>
/// A clock that stands still until it is told to advance, and then fires what has become due, in the order of the due times,
/// on the thread that advances it.
/// </summary>
sealed class ManualClock : TimeProvider
{
    readonly Lock _gate = new();
    readonly List<Alarm> _alarms = [];
    TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return _now.Ticks;
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return DateTimeOffset.UnixEpoch + _now;
        }
    }

    public override System.Threading.ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>How many timers wait for their time.</summary>
    public int Armed
    {
        get
        {
            lock (_gate)
            {
                return _alarms.Count;
            }
        }
    }

    public void Advance(TimeSpan by)
    {
        TimeSpan until;
        lock (_gate)
        {
            until = _now + by;
        }
        while (TakeDue(until) is { } alarm)
        {
            alarm.Fire();
        }
    }

    /// <summary>The next alarm due by then, with the clock moved to its time; null, with the clock moved to the end, if none is.</summary>
    Alarm? TakeDue(TimeSpan until)
    {
        lock (_gate)
        {
            var next = _alarms.Where(alarm => alarm.Due <= until).MinBy(alarm => alarm.Due);
            _now = next is null ? until : Max(_now, next.Due);
            if (next is not null && !next.Repeat())
            {
                _alarms.Remove(next);
            }
            return next;
        }
    }

    static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;

    sealed class Alarm(ManualClock clock, Action fire) : System.Threading.ITimer
    {
        TimeSpan _period;

        public TimeSpan Due { get; private set; }

        public void Fire() => fire();

        public bool Repeat()
        {
            if (_period <= TimeSpan.Zero)
            {
                return false;
            }
            Due += _period;
            return true;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._alarms.Remove(this);
                _period = period;
                if (dueTime >= TimeSpan.Zero)
                {
                    Due = clock._now + dueTime;
                    clock._alarms.Add(this);
                }
            }
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
