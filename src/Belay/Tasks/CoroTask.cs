using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>
/// A coroutine that its loop is running. asyncio.Task. Made by <see cref="Coro.CreateTask(Coro, string?, bool)"/> or
/// <see cref="TaskGroup.CreateTask(Coro, string?, bool)"/>; the loop holds it until it is done.
/// </summary>
/// <remarks>Awaiting a task and being cancelled meanwhile cancels that task.</remarks>
public abstract class CoroTask : Future, IStrandOwner, ITaskWait, IReady
{
    /// <summary>Between the numbers of two tasks is room for those of other owners of strands.</summary>
    internal const int NumberShift = 20;

    string? _name;

    readonly long _number;

    private protected CoroTask(EventLoop loop, string? name) : base(loop)
    {
        if (name is not null) _name = name;     // even to write null costs the GC's barrier
        _number = loop.NextTaskNumber();
    }

    /// <summary>For people; "Task-1" and so on unless given. asyncio: get_name, set_name.</summary>
    public string Name
    {
        get => _name ??= $"Task-{_number}";
        set => _name = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Pending requests to cancel it: <see cref="Cancel"/> calls less <see cref="Uncancel"/> calls. asyncio: cancelling.</summary>
    public int Cancelling => _cancelling;

    /// <summary>
    /// Asks it to stop: a <see cref="CancelledException"/> with the message is thrown in its innermost coroutine, at the await where it
    /// waits, or at the next one if it does not wait. It may clean up for as long as it wants, and even go on. asyncio: Task.cancel.
    /// </summary>
    /// <returns>False only if it is done.</returns>
    public override bool Cancel(string? message = null)
    {
        if (IsDone) return CancelTooLate();
        Loop.CheckThread();
        if (Request(message) is { Strand: { Wait: Future { Composite: { } composite } } } last) composite.Cancel(last, message);
        return true;
    }

    /// <summary>As Cancel, for a scope of the task's own that is within a hold and so is not held back by it.</summary>
    internal void CancelFrom(CancellationHold? origin)
    {
        var outer = Loop.CancellationOrigin;
        Loop.CancellationOrigin = origin;
        try { Cancel(); }
        finally { Loop.CancellationOrigin = outer; }
    }

    /// <summary>
    /// Counts the request, here and in each task that is waited for behind it: down the chain in a loop, for chains may be long. At its end
    /// the request is delivered, unless that task waits for a <see cref="Composite"/>: then it is returned, and the rest left to the caller.
    /// </summary>
    internal CoroTask? Request(string? message)
    {
        var task = this;
        for (var steps = 1L; ; steps++)
        {
            task._cancelling++;
            var strand = task.Strand!;
            if (strand.Hold?.TryKeep(message) == true) return null;
            if (strand.Wait is not CoroTask { IsDone: false } next) break;
            strand.Interop?.CancelToken();
            if (steps > Loop.LiveStrandCount)
            {
                // More steps than there are tasks: they wait for each other in a ring. It ends where this one is taken out of it.
                next.RemoveCallback(strand);
                strand.Interrupt(message);
                return null;
            }
            task = next;
        }
        var last = task.Strand!;
        if (last.Wait is Future { Composite: not null }) return task;
        last.RequestCancel(message);
        task.Strand?.Interop?.CancelToken();
        return null;
    }

    /// <summary>
    /// Undoes one <see cref="Cancel"/>; at 0 a request that has not been delivered is dropped. For code that has asked for the cancellation
    /// itself, as time-outs do. asyncio: uncancel.
    /// </summary>
    /// <returns>How many requests remain.</returns>
    public int Uncancel()
    {
        Loop.CheckThread();
        if (_cancelling > 0 && --_cancelling == 0) Strand?.DropRequest();
        return _cancelling;
    }

    /// <summary>
    /// The coroutines it is suspended in, innermost first; empty once it is done and while it runs. asyncio: get_stack, which has the
    /// outermost only.
    /// </summary>
    public IReadOnlyList<CoroFrame> GetStack()
    {
        Loop.CheckThread();
        return Strand?.GetStack() ?? [];
    }

    IEnumerable<CoroTask> ITaskWait.Blockers => [this];

    string ITaskWait.Describe(CoroTask blocker) => $"awaits {Name}";

    CoroTask IStrandOwner.Task => this;

    TaskStrand? IStrandOwner.Strand => Strand;

    /// <summary>
    /// Null once it is done. A task that has not taken its first step keeps its root frame in that place: if a thousand end in their first
    /// step, one strand serves them all. Whoever asks before that step has the strand made.
    /// </summary>
    internal TaskStrand? Strand => _outcome as TaskStrand ?? (_outcome is Frame root ? Loop.StrandOf(this, root) : null);

    internal bool HasStrand => _outcome is TaskStrand;

    internal long Order => _number << NumberShift;

    long IStrandOwner.Order => Order;

    internal void Start(TaskStrand strand) => _outcome = strand;

    void IStrandOwner.Start(TaskStrand strand) => Start(strand);

    /// <summary>Leaves the strand to the first step.</summary>
    internal void PutOff(Frame root) => _outcome = root;

    /// <summary>Whose child it is, until it is done and the owner has been told.</summary>
    ITaskOwner? _owner;

    internal ITaskOwner? Owner => _owner;

    internal void SetOwner(ITaskOwner? owner) => _owner = owner;

    /// <summary>Makes it the first who is told, which costs less than a callback. False if others are before it.</summary>
    internal bool TrySetOwner(ITaskOwner owner)
    {
        if (_owner is not null || HasCallbacks) return false;
        _owner = owner;
        return true;
    }

    /// <summary>Takes its first step, or, once it is done, tells the owner: the task does that itself, so that no object has to carry the call.</summary>
    void IReady.Run()
    {
        if (!IsDone)
        {
            if (_outcome is TaskStrand strand) strand.Run();
            else Loop.TakeFirstStep(this, Unsafe.As<Frame>(_outcome!));
            return;
        }
        var owner = _owner;
        _owner = null;
        if (State == FutureState.Succeeded) owner?.OnSucceeded(owner.Successes.Take(Loop));
        else owner?.OnEndedOtherwise(this);
    }

    /// <summary>Tells the owner of its success, for the strand that awaits it.</summary>
    internal void TellOwner()
    {
        var owner = _owner!;
        _owner = null;
        owner.OnSucceeded(1);
    }

    void IStrandOwner.OnFinished(Frame root, in StrandEnd end)
    {
        _outcome = null;
        if (Loop.MainTask == this) Loop.MainContext = end.Context;
        var failure = root.FailureAsItIs;
        if (failure is null && !end.IsCancelRequested)
        {
            OnSucceeded(root, end.Message);
            return;
        }
        if (_owner is not null) Loop.Enqueue(this);
        if (failure is null)
        {
            root.Recycle();
            Complete(FutureState.Cancelled, end.Message);
        }
        else
        {
            root.Recycle();
            if (end.IsCancellation)
                Complete(FutureState.Cancelled, UnseenCancellation.IsCancellation(failure) ? failure : new CancelledException((Exception)failure));
            else CompleteFailed((Exception)failure, end.Message);
            if (failure is KeyboardInterruptException interrupt) Rethrow.Now(interrupt);
        }
    }

    /// <summary>Its coroutine has come to its end.</summary>
    internal void OnSucceeded(Frame root, string? cancelMessage)
    {
        TakeResult(root);
        // The news would be in the ready queue just before a strand that awaits this: then that brings it.
        if (HasCallbacks && _owner is not null && OnlyWaiter is { } waiter) waiter.NewsToBring = true;
        else _owner?.Successes.Add(Loop, this);
        Complete(FutureState.Succeeded, cancelMessage);
    }

    /// <summary>Keeps the result of the finished coroutine and recycles its frame.</summary>
    private protected abstract void TakeResult(Frame root);
}
