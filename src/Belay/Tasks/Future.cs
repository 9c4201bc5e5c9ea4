using System.Diagnostics;

namespace Belay;

/// <summary>
/// Something that will be done, failed or cancelled, once. asyncio.Future, without its value; see <see cref="Future{T}"/>.
/// </summary>
/// <remarks>
/// On the loop's thread only, unless said otherwise; from another thread while the loop runs: <see cref="InvalidOperationException"/>.
/// Awaiting one that is done does not give up the turn.
/// </remarks>
public abstract partial class Future : IWait
{
    /// <summary>
    /// Pending: null, or the <see cref="Composite"/> that it is the future of, or what a task is to run. Failed: a <see cref="WatchedFailure"/>. Cancelled: the message,
    /// or for a task the exception or <see cref="UnseenCancellation"/> that left its coroutine, until somebody has asked for it. Succeeded: the message of a request that
    /// came to nothing.
    /// </summary>
    private protected object? _outcome;

    /// <summary>Of a task: see <see cref="CoroTask.Cancelling"/>. It is here because beside the state there is room.</summary>
    private protected int _cancelling;

    private protected Future(EventLoop loop) => Loop = loop;

    private protected Future(EventLoop loop, Composite composite) : this(loop) => _outcome = composite;

    /// <summary>The loop it belongs to. From any thread.</summary>
    public EventLoop Loop { get; }

    internal FutureState State { get; private set; }

    /// <summary>Whether it has come to a value, a failure or a cancellation. From any thread.</summary>
    public bool IsDone => State != FutureState.Pending;

    /// <summary>Whether it was cancelled. From any thread.</summary>
    public bool IsCancelled => State == FutureState.Cancelled;

    /// <summary>Also one that failed with a cancellation, as gathers do: whoever awaits it sees the same.</summary>
    bool IWait.IsCancelled => IsCancelled || State == FutureState.Failed && ((WatchedFailure)_outcome!).Exception is CancelledException;

    /// <summary>What cancels in its stead, as long as it is not done.</summary>
    internal Composite? Composite => _outcome as Composite;

    /// <summary>The failure, or null if there was none. Asking for it counts as having seen it.</summary>
    /// <exception cref="InvalidStateException">It is not done.</exception>
    /// <exception cref="CancelledException">It was cancelled.</exception>
    public Exception? Exception
    {
        get
        {
            if (State == FutureState.Pending) throw new InvalidStateException("The future is not done, so it has no exception yet. Await it first.");
            if (State == FutureState.Cancelled) throw MakeCancelled();
            return SeeFailure();
        }
    }

    /// <summary>Cancels it: whoever awaits it gets a <see cref="CancelledException"/> with the message. asyncio: Future.cancel.</summary>
    /// <param name="message">For the reader of the exception.</param>
    /// <returns>False if it was done already.</returns>
    public virtual bool Cancel(string? message = null)
    {
        if (IsDone) return CancelTooLate();
        Loop.CheckThread();
        if (Composite is { } composite) return composite.Cancel(waiter: null, message);
        Complete(FutureState.Cancelled, message);
        return true;
    }

    /// <summary>Whoever cancels it has no interest in its failure.</summary>
    internal bool CancelTooLate()
    {
        SeeFailure();
        return false;
    }

    /// <summary>Makes it awaitable; meant for the compiler.</summary>
    public CoroAwaiter GetAwaiter() => new(this, 0);

    /// <summary>Gives it its outcome, for good, and schedules those who wait for that.</summary>
    private protected void Complete(FutureState state, object? outcome)
    {
        State = state;
        _outcome = outcome;
        ScheduleCallbacks();
    }

    /// <summary>As Complete; if nobody ever asks for it, the error handler gets the failure, unless that is a cancellation: those are no errors.</summary>
    private protected void CompleteFailed(Exception exception, string? cancelMessage = null)
    {
        var failure = new WatchedFailure(this, exception, cancelMessage);
        if (exception is CancelledException) failure.See();
        else Loop.Watch(failure);
        Complete(FutureState.Failed, failure);
    }

    private protected void CheckPending()
    {
        if (State != FutureState.Pending)
            throw new InvalidStateException("The future is done already: it takes one result or exception. Ask IsDone first where several may set it.");
        Loop.CheckThread();
    }

    /// <summary>What it failed with, or null.</summary>
    internal Exception? SeeFailure()
    {
        if (_outcome is not WatchedFailure failure) return null;
        failure.See();
        return failure.Exception;
    }

    /// <summary>The message of the last request to cancel it, as far as it is kept: not if it is in the exception that has left a task's coroutine.</summary>
    internal string? CancelMessage => _outcome as string ?? (_outcome as WatchedFailure)?.CancelMessage;

    /// <summary>The result, of a future or task that is known to have one of this type.</summary>
    internal T ResultAs<T>() => this is CoroTask<T> task ? task.Result : ((Future<T>)this).Result;

    /// <summary>A new exception for each who asks, but the first gets the one that cancelled a task.</summary>
    internal CancelledException MakeCancelled() => (CancelledException)UnseenCancellation.AsException(TakeCancellation());

    /// <summary>As MakeCancelled, for one who does not need an exception yet.</summary>
    internal object TakeCancellation()
    {
        if (_outcome is not (CancelledException or UnseenCancellation)) return new UnseenCancellation(CancelMessage);
        var first = _outcome;
        _outcome = null;
        return first;
    }

    object IWait.TakeCancellation() => State == FutureState.Failed ? SeeFailure()! : TakeCancellation();

    /// <summary>Throws what it failed with. It has to be done.</summary>
    [StackTraceHidden]
    internal void ThrowIfFailed()
    {
        if (State == FutureState.Succeeded) return;
        if (State == FutureState.Pending) throw new InvalidStateException("The future is not done, so it has no result yet. Await it.");
        if (State == FutureState.Cancelled) Rethrow.Now(MakeCancelled());
        ((WatchedFailure)_outcome!).Throw();
    }

    internal Exception? TryTake() => State == FutureState.Cancelled ? MakeCancelled() : SeeFailure();

    Exception? IWait.TryTake() => TryTake();

    [StackTraceHidden]
    void IWait.Take() => ThrowIfFailed();

    void IWait.Begin(Strand strand) => Begin((TaskStrand)strand);

    void Begin(TaskStrand strand)
    {
        if (strand.Loop != Loop)
            strand.Fail(new InvalidOperationException("The future belongs to another event loop than the task that awaits it. Use Coro.RunThreadSafe to reach into another loop."));
        else if (strand.Owner == this)
            strand.Fail(new InvalidOperationException($"The task {strand.Task!.Name} awaits itself, which would never end."));
        else AddCallback(strand);
    }
}
