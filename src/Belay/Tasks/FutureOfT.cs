using System.Diagnostics;

namespace Belay;

/// <summary>
/// A <see cref="Future"/> with a value, set by whoever made it: the bridge between callbacks and coroutines. asyncio.Future.
/// </summary>
public sealed class Future<T> : Future, IWait<T>
{
    T _result = default!;

    /// <summary>A future that is not done. asyncio: loop.create_future.</summary>
    /// <param name="loop">The loop it belongs to; null: the running one.</param>
    /// <exception cref="InvalidOperationException">No loop is given and none runs.</exception>
    public Future(EventLoop? loop = null) : base(loop ?? EventLoop.Running) { }

    internal Future(EventLoop loop, Composite composite) : base(loop, composite) { }

    /// <summary>The value; if it failed or was cancelled, that is thrown.</summary>
    /// <exception cref="InvalidStateException">It is not done.</exception>
    public T Result
    {
        [StackTraceHidden]
        get
        {
            ThrowIfFailed();
            return _result;
        }
    }

    /// <summary>Ends it with a value.</summary>
    /// <exception cref="InvalidStateException">It is done already.</exception>
    public void SetResult(T result)
    {
        CheckPending();
        _result = result;
        Complete(FutureState.Succeeded, null);
    }

    /// <summary>Ends it with a failure. If nobody ever asks for it, it goes to the error handler.</summary>
    /// <exception cref="InvalidStateException">It is done already.</exception>
    public void SetException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        CheckPending();
        CompleteFailed(exception);
    }

    /// <summary>Ends it as another has ended.</summary>
    internal void EndAs(Future other)
    {
        if (other.IsCancelled) Complete(FutureState.Cancelled, other.TakeCancellation());
        else if (other.SeeFailure() is { } failure) SetException(failure);
        else SetResult(typeof(T) == typeof(VoidResult) ? default! : other.ResultAs<T>());
    }

    /// <inheritdoc cref="Future.GetAwaiter"/>
    public new CoroAwaiter<T> GetAwaiter() => new(this, 0, default!);

    [StackTraceHidden]
    T IWait<T>.Take() => Result;
}
