namespace Belay;

public sealed partial class EventLoop
{
    LoopDriver? _driver;

    /// <inheritdoc cref="LoopDriver.GetPoller"/>
    internal Poller? GetPoller() => _driver?.GetPoller();

    internal void BeginRun(LoopDriver driver)
    {
        _driver = driver;
        _isRunning = true;
    }

    internal void EndRun()
    {
        _isRunning = false;
        _driver = null;
    }

    /// <summary>This thread is the loop's until <see cref="LeaveThread"/>, which gives it back as it was.</summary>
    internal BorrowedThread EnterThread()
    {
        var borrowed = new BorrowedThread(_context.Enter(), SynchronizationContext.Current);
        Executor.EnterThread();
        Executor.Strand = Idle;
        _currentContext = null;
        return borrowed;
    }

    internal void LeaveThread(in BorrowedThread borrowed)
    {
        Executor.LeaveThread();
        SynchronizationContext.SetSynchronizationContext(borrowed.SynchronizationContext);
        if (borrowed.Context is not null) ExecutionContext.Restore(borrowed.Context);
    }

    /// <summary>Whether it may sleep: nothing has come meanwhile. Then somebody will call the driver's Wake, or TryWake.</summary>
    internal bool TrySleep() => _inbox.TrySleep();

    internal bool TryWake() => _inbox.TryWake();

    /// <summary>As long as .NET's own timers and waits can be.</summary>
    static readonly TimeSpan s_maxSleep = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <summary>How long to sleep for the next timer; null if there is none. Too short for one that is weeks away, which is no harm.</summary>
    internal TimeSpan? UntilNextTimer()
    {
        if (_timers.Count == 0) return null;
        var left = TimeSpan.FromTicks(_timers.NextWhen) - Time;
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < s_maxSleep ? left : s_maxSleep;
    }

    /// <summary>The end: what nobody has looked at is reported, and nothing more can be started.</summary>
    internal void Close()
    {
        if (_isClosed) return;
        CloseSignals();
        foreach (var bound in _bound ?? []) bound.OnLoopClosed();
        if (_inbox.IsFilled) _inbox.Drain(_ready);
        ReportUnseen();
        Checks?.Close();
        _isClosed = true;
        _inbox.Drain(_ready);
        while (_ready.Count > 0)
            if (_ready.Dequeue() is IDroppable dropped) dropped.Drop();
        Executor.Strand = null;
        Executor.Return(Executor);
    }
}

/// <summary>What a thread was before the loop borrowed it.</summary>
internal readonly record struct BorrowedThread(ExecutionContext? Context, SynchronizationContext? SynchronizationContext);
