namespace Belay;

/// <summary>
/// A lock that is held for longer than <see cref="RunOptions.LongLockThreshold"/>: reported while it is held if somebody waits for it,
/// otherwise when it is released.
/// </summary>
internal sealed class LongLockCheck : IReady, IDisposable
{
    readonly EventLoop _loop;
    readonly DebugChecks _checks;
    readonly TimeSpan _threshold;

    /// <summary>Gives a loop that sleeps a turn in which to look.</summary>
    readonly System.Threading.ITimer? _alarm;

    /// <summary>Those that are held and not reported yet, the oldest first.</summary>
    readonly LinkedList<LockHold> _holds = new();

    bool _isArmed;

    internal LongLockCheck(EventLoop loop, DebugChecks checks)
    {
        (_loop, _checks, _threshold) = (loop, checks, loop.Options.LongLockThreshold);
        if (_threshold < TimeSpan.Zero) return;
        _alarm = loop.TimeProvider.CreateTimer(
            static check => ((LongLockCheck)check!).PostFromAnyThread(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    internal void OnTaken(LockHold hold)
    {
        if (_alarm is null) return;
        hold.Since = _loop.Time;
        hold.Node = _holds.AddLast(hold);
        if (!_isArmed) SetAlarm();
    }

    /// <summary>Wherever it is: anyone may release a lock.</summary>
    internal void OnReleased(LockHold hold)
    {
        if (hold.Node is not { } node) return;
        var held = _loop.Time - hold.Since;
        if (held >= _threshold) Report(hold, $"held it for {ReportText.Duration(held)}");
        else _holds.Remove(node);
    }

    /// <summary>At the end of each turn.</summary>
    internal void Look()
    {
        if (_holds.Count == 0) return;
        var now = _loop.Time;
        for (var node = _holds.First; node is not null && now - node.Value.Since >= _threshold;)
        {
            var hold = node.Value;
            node = node.Next;
            if (hold.Gate.Waiters.IsClaimed)
                Report(hold, $"has held it for {ReportText.Duration(now - hold.Since)} and still does, while others wait for it");
        }
    }

    void Report(LockHold hold, string what)
    {
        _holds.Remove(hold.Node!);
        hold.Node = null;
        var message = $"The {Name(hold.Gate)} was held for long: {hold.Holder} {what}. Hold a lock only for the statements that need it, " +
            "and await what is slow before or after them; a connection that one task uses at a time is better owned by a task with an AsyncQueue.";
        _checks.Found(message + ReportText.Section("it was acquired", hold.Site is null ? [] : [hold.Site]), hold.Task);
    }

    static string Name(AsyncLock gate) => gate.Name.StartsWith("lock", StringComparison.Ordinal) ? gate.Name : $"lock {gate.Name}";

    void PostFromAnyThread() => _loop.PostFromAnyThread(this);

    /// <summary>The turn is what was wanted: <see cref="Look"/> comes at its end.</summary>
    void IReady.Run()
    {
        _isArmed = false;
        SetAlarm();
    }

    /// <summary>For the next that will be overdue. One that is needs none: whoever comes to wait for it makes a turn.</summary>
    void SetAlarm()
    {
        var now = _loop.Time;
        foreach (var hold in _holds)
        {
            var left = _threshold - (now - hold.Since);
            if (left <= TimeSpan.Zero) continue;
            _isArmed = true;
            _alarm!.Change(left, Timeout.InfiniteTimeSpan);
            return;
        }
    }

    public void Dispose() => _alarm?.Dispose();
}
