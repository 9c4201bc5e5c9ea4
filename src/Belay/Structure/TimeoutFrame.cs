using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>
/// The frame of a WaitFor or Timeout, written by hand: it awaits what is limited, and looks at how that ended before anybody else. Beside an
/// async method's it has no state to copy, throws nothing that somebody else is to catch, and keeps its scope for the next time.
/// </summary>
internal sealed class TimeoutFrame<T> : Frame<T>
{
    static readonly int s_poolIndex = FramePool.NewIndex();

    /// <summary>What is awaited, as in <see cref="Coro"/>. A value that is there already is in Result.</summary>
    object? _source;
    int _version;

    /// <summary>A function that makes what is awaited; null if that is there.</summary>
    Delegate? _body;

    TimeSpan? _limit;
    bool _isDeadline;
    TimeoutScope? _scope;

    private protected override FramePool PoolIn(Executor executor) => executor.PoolAt(s_poolIndex);

    internal static TimeoutFrame<T> For(Coro<T> awaitable, TimeSpan? delay)
    {
        var frame = Rent(delay);
        (frame._source, frame._version) = (awaitable.Source, awaitable.Version);
        if (awaitable.Source is null) frame.Result = awaitable.GetAwaiter().GetResult();
        return frame;
    }

    internal static TimeoutFrame<T> For(Coro awaitable, TimeSpan? delay)
    {
        var frame = Rent(delay);
        (frame._source, frame._version) = (awaitable.Source, awaitable.Version);
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
        var frame = Unsafe.As<TimeoutFrame<T>?>(FramePool.TryRent(s_poolIndex)) ?? new TimeoutFrame<T>();      // sound: the pool holds nothing else
        frame._limit = limit;
        return frame;
    }

    internal override void Resume()
    {
        Exception? failure = null;
        if (State == FrameState.Suspended) failure = Take();
        else
        {
            State = FrameState.Running;
            if (Unsafe.As<TaskStrand>(Strand).Task is not { } task)     // sound: there are no other strands
            {
                SetException(Misuse.NoTask());
                return;
            }
            if (_body is not null) _scope = TimeoutScope.Begin(task, _limit, _isDeadline);
            else if (_scope is null) _scope = TimeoutScope.Begin(task, _limit);
            else _scope.BeginAgain(task, _limit);
            if (!TryEnd(ref failure)) return;
        }
        failure = _scope!.End(failure);
        if (failure is null) State = FrameState.Succeeded;
        else SetException(failure);
    }

    /// <summary>Begins what is awaited. True if it has ended at once.</summary>
    bool TryEnd(ref Exception? failure)
    {
        try
        {
            if (_body is not null) Enter(_scope!);
            if (_version != 0 ? Unsafe.As<Frame>(_source)!.Begin(_version) : Awaiting.IsDone(_source))
            {
                failure = Take();
                return true;
            }
            Awaiting.Suspend(_source, _version, this);
            TakesFailures = true;
            return false;
        }
        catch (Exception thrown)
        {
            failure = thrown;       // by the body, before it returned a coroutine: that is its failure too
            return true;
        }
    }

    void Enter(TimeoutScope scope)
    {
        if (typeof(T) == typeof(VoidResult))
        {
            var awaitable = ((Func<TimeoutScope, Coro>)_body!)(scope);
            (_source, _version) = (awaitable.Source, awaitable.Version);
        }
        else
        {
            var awaitable = ((Func<TimeoutScope, Coro<T>>)_body!)(scope);
            (_source, _version) = (awaitable.Source, awaitable.Version);
            if (_source is null) Result = awaitable.GetAwaiter().GetResult();
        }
    }

    /// <summary>Takes what came of it: the result, or the failure, which is returned.</summary>
    Exception? Take()
    {
        if (_version != 0)
        {
            if (typeof(T) == typeof(VoidResult)) return Unsafe.As<Frame>(_source)!.TryTakeVoid(_version);
            return Unsafe.As<Frame<T>>(_source)!.TryTake(_version, out Result);     // sound: it came in a Coro<T>
        }
        if (_source is null) return null;
        if (Strand.TakeInjected() is { } injected) return injected;
        if (_source is not Future future) return null;      // a turn that was given up
        var failure = future.TryTake();
        if (failure is null && typeof(T) != typeof(VoidResult)) Result = future.ResultAs<T>();
        return failure;
    }

    internal override void Recycle()
    {
        _source = null;
        if (_body is not null || _scope is { CanBeginAgain: false }) _scope = null;
        _body = null;
        _isDeadline = false;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) Result = default!;
        ReturnToPool();
    }
}
