namespace Belay;

/// <summary>A wait for several futures, as callback of each, or for a time.</summary>
internal sealed class Waiting : IDoneCallback, ITimed
{
    readonly EventLoop _loop = EventLoop.Running;
    readonly IReadOnlyCollection<Future> _futures;
    readonly ReturnWhen _returnWhen;
    readonly Future<VoidResult> _end;
    int _left;

    internal Waiting(IReadOnlyCollection<Future> futures, TimeSpan? limit = null, ReturnWhen returnWhen = ReturnWhen.AllCompleted)
    {
        (_futures, _returnWhen, _left) = (futures, returnWhen, futures.Count);
        _end = new Future<VoidResult>(_loop);
        if (limit is { } delay && delay != System.Threading.Timeout.InfiniteTimeSpan) _loop.AddTimer(this, delay);
        foreach (var future in futures) future.AddCallback(this);
    }

    int ITimed.HeapIndex { get; set; } = -1;

    /// <summary>To be awaited, once, whatever comes of it.</summary>
    internal Coro End => _end;

    /// <summary>Nobody waits any more.</summary>
    internal void Leave()
    {
        _loop.RemoveTimer(this);
        foreach (var future in _futures) future.RemoveCallback(this);
    }

    public void OnDone(Future future)
    {
        _left--;
        var isOver = _left == 0 || _returnWhen switch
        {
            ReturnWhen.FirstCompleted => true,
            ReturnWhen.FirstException => !future.IsCancelled && future.SeeFailure() is not null,
            _ => false,
        };
        if (isOver) Finish();
    }

    /// <summary>The time is up.</summary>
    void IReady.Run() => Finish();

    void Finish()
    {
        _loop.RemoveTimer(this);
        if (!_end.IsDone) _end.SetResult(default);
    }
}
