namespace Belay;

/// <summary>Runs a loop on the calling thread, which blocks when there is nothing to do.</summary>
internal class ThreadDriver(EventLoop loop) : LoopDriver
{
    readonly SemaphoreSlim _woken = new(0);

    internal static ThreadDriver For(EventLoop loop) =>
        loop.TimeProvider is VirtualTimeProvider virtualTime ? new VirtualTimeDriver(loop, virtualTime) : new ThreadDriver(loop);

    internal override void Wake() => _woken.Release();

    /// <summary>Has ended when it returns.</summary>
    internal override ValueTask RunUntil(Future future)
    {
        var stopped = false;
        var thread = loop.EnterThread();
        loop.BeginRun(this);
        try
        {
            future.AddCallback(new Continuation(loop, null, () => stopped = true));
            while (!stopped)
            {
                if (!loop.HasWork) Sleep();
                loop.RunTurn();
            }
            return ValueTask.CompletedTask;
        }
        finally
        {
            loop.EndRun();
            loop.LeaveThread(thread);
        }
    }

    void Sleep()
    {
        var delay = loop.UntilNextTimer();
        if (delay is null && loop.ReportsDeadlocks()) return;      // whoever was told may have started something
        if (delay == TimeSpan.Zero || !loop.TrySleep()) return;
        if (!WaitForWake(delay) && !loop.TryWake()) _woken.Wait();     // a post came first: its wake is on the way
    }

    /// <summary>Waits for <see cref="Wake"/>, or the delay. False if it was the delay.</summary>
    protected virtual bool WaitForWake(TimeSpan? delay)
    {
        if (delay is not { } limit)
        {
            _woken.Wait();
            return true;
        }
        if (loop.TimeProvider == TimeProvider.System)
        {
            // Rounded up: a loop that wakes early would spin through empty turns until the timer is due.
            return _woken.Wait((int)Math.Ceiling(limit.TotalMilliseconds));
        }
        using var timer = loop.TimeProvider.CreateTimer(_ =>
        {
            if (loop.TryWake()) Wake();
        }, null, limit, Timeout.InfiniteTimeSpan);
        _woken.Wait();
        return true;
    }
}
