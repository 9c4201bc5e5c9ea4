using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>Runs a loop on threads borrowed from the pool, one at a time: the loop keeps none while there is nothing to do.</summary>
internal sealed class PoolDriver(EventLoop loop) : LoopDriver, IThreadPoolWorkItem, IReady
{
    /// <summary>After so many turns others in the pool have their turn.</summary>
    const int MaxTurns = 200;

    TaskCompletionSource? _ended;
    System.Threading.ITimer? _timer;
    StrongBox<bool> _end = null!;

    internal override ValueTask RunUntil(Future future)
    {
        var ended = _ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _end = WatchFor(loop, future);
        loop.BeginRun(this);
        Wake();
        return new ValueTask(ended.Task);
    }

    internal override void Wake() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    /// <summary>A thread of the pool that runs no loop goes on as this one's: a hop to another would take longer than most steps.</summary>
    internal override void WakeHere()
    {
        if (Thread.CurrentThread.IsThreadPoolThread && Executor.Current is null) Execute();
        else Wake();
    }

    void IThreadPoolWorkItem.Execute() => Execute();

    void Execute()
    {
        var thread = loop.EnterThread();
        try
        {
            if (!RunTurns()) return;    // by now the loop may be on another thread
        }
        catch (Exception failure)
        {
            End(failure);
            return;
        }
        finally
        {
            loop.LeaveThread(thread);
        }
        End(null);
    }

    /// <summary>True at the end of the run; false if the loop goes on later, perhaps on another thread.</summary>
    bool RunTurns()
    {
        for (var turn = 0; !_end.Value; turn++)
        {
            if (turn == MaxTurns)
            {
                Wake();
                return false;
            }
            if (!loop.HasWork && loop.UntilNextTimer() is var delay && delay != TimeSpan.Zero && (delay is not null || !loop.ReportsDeadlocks()))
            {
                SetTimer(delay);
                if (loop.TrySleep()) return false;
            }
            loop.RunTurn();
        }
        return true;
    }

    void SetTimer(TimeSpan? delay)
    {
        // It posts, since a post is never lost, even if it comes before the loop sleeps.
        if (delay is { } due)
        {
            _timer ??= loop.TimeProvider.CreateTimer(static state => ((PoolDriver)state!).PostTick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(due, Timeout.InfiniteTimeSpan);
        }
        else _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    void PostTick() => loop.PostFromAnyThread(this);

    /// <summary>The tick itself: a turn looks for due timers anyway.</summary>
    void IReady.Run() { }

    void End(Exception? failure)
    {
        _timer?.Dispose();
        _timer = null;
        loop.EndRun();
        if (failure is null) _ended!.SetResult();
        else _ended!.SetException(failure);
    }
}
