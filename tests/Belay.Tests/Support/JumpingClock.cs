namespace Belay.Tests.Support;

/// <summary>
/// A clock for loops that borrow threads: whoever arms a timer makes it due, for the time jumps there. The callback comes on a pool
/// thread, as a real timer's does.
/// </summary>
sealed class JumpingClock : TimeProvider
{
    readonly Lock _gate = new();
    TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return _now.Ticks;
        }
    }

    public override System.Threading.ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var jump = new Jump(this, () => callback(state));
        jump.Change(dueTime, period);
        return jump;
    }

    sealed class Jump(JumpingClock clock, Action fire) : System.Threading.ITimer
    {
        int _armed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                var armed = ++_armed;
                if (dueTime >= TimeSpan.Zero)
                {
                    var due = clock._now + dueTime;
                    ThreadPool.UnsafeQueueUserWorkItem(_ => Fire(armed, due), null);
                }
            }
            return true;
        }

        void Fire(int armed, TimeSpan due)
        {
            lock (clock._gate)
            {
                // Changed or disposed in the meantime: then this is no longer a time to jump to.
                if (armed != _armed)
                {
                    return;
                }
                clock._now = clock._now > due ? clock._now : due;
            }
            fire();
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
