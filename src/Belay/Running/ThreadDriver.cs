using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>Runs a loop on the calling thread, which blocks when there is nothing to do.</summary>
internal class ThreadDriver(EventLoop loop) : LoopDriver
{
    /// <summary>So many turns of a loop that has always something to do go by before it looks for what has come in, unless the system's coarse clock moves on first.</summary>
    const int MaxTurnsUnpolled = 64;

    const int TurnsInOneGo = 64;

    readonly SemaphoreSlim _woken = new(0);

    /// <summary>Once there is one the thread sleeps there.</summary>
    Poller? _poller;

    bool _hasLookedForPoller;
    long _polledAt;
    int _turnsUnpolled;

    internal static ThreadDriver For(EventLoop loop) =>
        loop.TimeProvider is VirtualTimeProvider virtualTime ? new VirtualTimeDriver(loop, virtualTime) : new ThreadDriver(loop);

    internal override Poller? GetPoller()
    {
        if (_hasLookedForPoller) return _poller;
        _hasLookedForPoller = true;
        return _poller = Poller.TryCreate();
    }

    internal override void Close() => _poller?.Close();

    internal override void Wake()
    {
        // It was made, if at all, before the sleep that this ends.
        if (_poller is { } poller) poller.WakeFromAnyThread();
        else _woken.Release();
    }

    /// <summary>Has ended when it returns.</summary>
    internal override ValueTask RunUntil(Future future)
    {
        var thread = loop.EnterThread();
        loop.BeginRun(this);
        try
        {
            var end = WatchFor(loop, future);
            while (!end.Value) RunTurns(end);
            return ValueTask.CompletedTask;
        }
        finally
        {
            loop.EndRun();
            loop.LeaveThread(thread);
        }
    }

    /// <summary>
    /// A few at a time: a method that goes on for as long as the program would stay what the runtime made of it after its first turns, and only one
    /// that is called anew becomes what its optimizer can make of it.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    void RunTurns(StrongBox<bool> end)
    {
        for (var turn = 0; turn < TurnsInOneGo && !end.Value; turn++)
        {
            if (loop.HasWork || !TrySleep()) PollNowAndThen();
            loop.RunTurn();
        }
    }

    /// <summary>False if there is something to do after all.</summary>
    bool TrySleep()
    {
        var delay = loop.UntilNextTimer();
        if (delay is null && loop.ReportsDeadlocks()) return false;      // whoever was told may have started something
        if (delay == TimeSpan.Zero || !loop.TrySleep()) return false;
        // A post that came first: its wake is on the way, and must not find the next sleep, or none.
        if (!WaitForWake(delay) && !loop.TryWake()) WaitForWake();
        return true;
    }

    void PollNowAndThen()
    {
        if (_poller is not { } poller) return;
        var now = Environment.TickCount64;
        if (now == _polledAt && ++_turnsUnpolled < MaxTurnsUnpolled) return;
        (_polledAt, _turnsUnpolled) = (now, 0);
        poller.Wait(0);
    }

    /// <summary>Waits for <see cref="Wake"/>, or the delay, or something to come in. False if it was not Wake.</summary>
    protected virtual bool WaitForWake(TimeSpan? delay)
    {
        if (delay is { } limit && loop.TimeProvider != TimeProvider.System)
        {
            using var timer = loop.TimeProvider.CreateTimer(_ =>
            {
                if (loop.TryWake()) Wake();
            }, null, limit, Timeout.InfiniteTimeSpan);
            return Wait(Timeout.Infinite);
        }
        // Rounded up: a loop that wakes early would spin through empty turns until the timer is due.
        return Wait(delay is { } due ? (int)Math.Ceiling(due.TotalMilliseconds) : Timeout.Infinite);
    }

    /// <inheritdoc cref="Poller.Wait"/>
    private protected bool Wait(int timeout) => _poller is { } poller ? poller.Wait(timeout) : _woken.Wait(timeout);

    void WaitForWake()
    {
        while (!Wait(Timeout.Infinite)) { }
    }
}
