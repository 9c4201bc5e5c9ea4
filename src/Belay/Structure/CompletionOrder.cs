namespace Belay;

/// <summary>
/// Tasks in the order in which they end, until time is up. All who enumerate it share them: each task goes to one.
/// </summary>
internal sealed class CompletionOrder<TTask> : IAsyncEnumerable<TTask>, IDoneCallback, ITimed where TTask : CoroTask
{
    readonly EventLoop _loop = EventLoop.Running;
    readonly HashSet<TTask> _running;
    readonly TimeSpan? _deadline;
    readonly Queue<TTask> _ended = new();
    readonly Queue<Future<VoidResult>> _waiters = new();

    /// <summary>How many that did not end in time have not been told of.</summary>
    int _late;

    /// <summary>How many items have not been asked for.</summary>
    int _left;

    int _readers;

    /// <summary>The timer was taken away, because nobody enumerates it any more.</summary>
    bool _isPaused;

    internal CompletionOrder(IEnumerable<TTask> tasks, TimeSpan? timeout)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        _running = [.. tasks];
        _left = _running.Count;
        if (_running.Contains(null!)) throw new ArgumentException("One of the tasks is null.", nameof(tasks));
        if (_running.Any(task => task.Loop != _loop))
            throw new ArgumentException("One of the tasks belongs to another event loop. Enumerate it there, and use Coro.RunThreadSafe to reach into that loop.", nameof(tasks));
        foreach (var task in _running) task.AddCallback(this);
        if (_left == 0 || timeout is not { } delay || delay == Timeout.InfiniteTimeSpan) return;
        _deadline = _loop.Deadline(delay);
        SetTimer();
    }

    int ITimed.HeapIndex { get; set; } = -1;

    public IAsyncEnumerator<TTask> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        _readers++;
        if (_isPaused) SetTimer();
        _isPaused = false;
        return new Reader(this);
    }

    void SetTimer()
    {
        if (_deadline is { } deadline) _loop.AddTimerAt(this, deadline);
    }

    /// <summary>Those that end from now on are kept for whoever enumerates next; nothing else is left behind.</summary>
    void RemoveReader()
    {
        if (--_readers == 0) _isPaused = _loop.RemoveTimer(this);
    }

    void IDoneCallback.OnDone(Future future)
    {
        var task = (TTask)future;
        if (!_running.Remove(task)) return;     // time was up
        _ended.Enqueue(task);
        WakeNext();
        if (_running.Count == 0) _loop.RemoveTimer(this);
    }

    /// <summary>Time is up.</summary>
    void IReady.Run()
    {
        foreach (var task in _running)
        {
            task.RemoveCallback(this);
            _late++;
            WakeNext();
        }
        _running.Clear();
    }

    void WakeNext()
    {
        while (_waiters.TryDequeue(out var waiter))
        {
            if (waiter.IsDone) continue;
            waiter.SetResult(default);
            return;
        }
    }

    bool IsEmpty => _ended.Count == 0 && _late == 0;

    TTask Take()
    {
        if (_ended.TryDequeue(out var task)) return task;
        _late--;
        throw new TimeoutException("Time is up, and not all tasks had ended by then. They run on.");
    }

    sealed class Reader(CompletionOrder<TTask> tasks) : CoroEnumerator<TTask>
    {
        TTask? _current;
        bool _isDisposed;

        public override TTask Current => _current!;

        protected override Coro<bool> MoveNext()
        {
            if (tasks._left == 0) return Coro.FromResult(false);
            tasks._left--;
            if (tasks.IsEmpty) return WaitForNext();
            _current = tasks.Take();
            return Coro.FromResult(true);
        }

        async Coro<bool> WaitForNext()
        {
            while (tasks.IsEmpty)
            {
                var waiter = new Future<VoidResult>(tasks._loop);
                tasks._waiters.Enqueue(waiter);
                if (await ((Coro)waiter).Caught() is not { } cancellation) continue;
                // Cancelled though it was woken: then there is something for another.
                if (!waiter.IsCancelled && !tasks.IsEmpty) tasks.WakeNext();
                Rethrow.Now(cancellation);
            }
            _current = tasks.Take();
            return true;
        }

        public override ValueTask DisposeAsync()
        {
            if (!_isDisposed) tasks.RemoveReader();
            _isDisposed = true;
            return default;
        }
    }
}
