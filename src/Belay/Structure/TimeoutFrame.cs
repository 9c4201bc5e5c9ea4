namespace Belay;

/// <summary>The frame of a WaitFor or Timeout. It keeps its scope for the next time.</summary>
internal sealed class TimeoutFrame<T> : ScopeFrame<T>
{
    static readonly FrameType<TimeoutFrame<T>> s_type = new();

    /// <summary>A function that makes what is awaited; null if that is there.</summary>
    Delegate? _body;

    TimeSpan? _limit;
    bool _isDeadline;
    TimeoutScope? _scope;

    internal override string Name => _body is null ? "Coro.WaitFor" : _isDeadline ? "Coro.TimeoutAt" : "Coro.Timeout";

    private protected override FramePool PoolIn(Executor executor) => s_type.PoolIn(executor);

    internal static TimeoutFrame<T> For(Coro<T> awaitable, TimeSpan? delay)
    {
        var frame = Rent(delay);
        frame.Await(awaitable);
        return frame;
    }

    internal static TimeoutFrame<T> For(Coro awaitable, TimeSpan? delay)
    {
        var frame = Rent(delay);
        frame.Await(awaitable);
        return frame;
    }

    /// <param name="limit">A delay or a deadline.</param>
    /// <param name="isDeadline">Which.</param>
    /// <param name="body">Takes a TimeoutScope; returns a Coro if T is VoidResult, else a Coro of T.</param>
    internal static TimeoutFrame<T> For(TimeSpan? limit, bool isDeadline, Delegate body)
    {
        var frame = Rent(limit);
        (frame._isDeadline, frame._body) = (isDeadline, body);
        return frame;
    }

    static TimeoutFrame<T> Rent(TimeSpan? limit)
    {
        var frame = s_type.TryRent() ?? new TimeoutFrame<T>();
        frame._limit = limit;
        return frame;
    }

    protected override void Open(CoroTask task)
    {
        if (_body is not null) _scope = TimeoutScope.Begin(task, _limit, _isDeadline);
        else if (_scope is null) _scope = TimeoutScope.Begin(task, _limit);
        else _scope.BeginAgain(task, _limit);
    }

    protected override void Enter()
    {
        if (_body is not null) Await(_body, _scope!);
    }

    protected override Exception? Close(Exception? failure) => _scope!.End(failure);

    internal override void Recycle()
    {
        if (_body is not null || _scope is { CanBeginAgain: false }) _scope = null;
        _body = null;
        _isDeadline = false;
        base.Recycle();
    }
}
