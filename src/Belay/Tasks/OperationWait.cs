namespace Belay;

/// <summary>A strand's wait for an operation of .NET's or anybody's. See <see cref="ForeignState"/>.</summary>
internal sealed class OperationWait : ForeignWait, IReady
{
    TaskStrand _strand;
    readonly EventLoop _loop;
    int _state;
    bool _requested;
    object? _awaiter;

    internal OperationWait(TaskStrand strand)
    {
        _strand = strand;
        _loop = strand.Loop;
        Continuation = CompleteFromAnyThread;
    }

    protected override Action Continuation { get; }

    /// <summary>A request was made while the operation ran.</summary>
    public override bool IsCancelled => _requested;

    internal string? Message { get; private set; }

    internal TaskStrand Strand => _strand;

    internal bool IsAbandoned => _state == (int)ForeignState.Abandoned;

    /// <summary>Why the operation could not be waited for.</summary>
    internal Exception? Failure { get; private set; }

    internal override void FailToBegin(Exception failure)
    {
        Failure = failure;
        CompleteFromAnyThread();
    }

    internal override void GiveBack() => _strand.Interop!.ReturnWait(this);

    internal void MoveTo(TaskStrand strand)
    {
        _strand = strand;
        strand.GetInterop();
    }

    internal override void CompleteFromAnyThread()
    {
        // Whichever comes first decides: the operation's end or the task's leaving it.
        if (Interlocked.CompareExchange(ref _state, (int)ForeignState.Completed, (int)ForeignState.Pending) == (int)ForeignState.Pending)
            _loop.PostFromAnyThread(this);
        else if (IsAbandoned) ReportUnseen();
    }

    void ReportUnseen()
    {
        if (AwaiterSlot.Consume(_awaiter) is { } failure and not OperationCanceledException)
            _loop.PostReportFromAnyThread(() => _loop.Report("An operation failed after the task that awaited it was cancelled", failure, null));
        _awaiter = null;
    }

    void IReady.Run()
    {
        if (_strand.Wait == this) _strand.Run();
    }

    public override bool Cancel(string? message)
    {
        if (Volatile.Read(ref _state) != (int)ForeignState.Pending) return false;
        if (_strand.Interop is { HasBridges: true } interop)
        {
            // The operation is code that awaits coroutines: the cancellation goes to those, and what the code makes of it is what counts.
            interop.CancelBridges(message);
            return true;
        }
        if (!_requested) Message = message;
        if (_strand.Task?.Strand?.Interop is { HasToken: true } owner)
        {
            // The operation may have the token, and so use its buffers until it ends.
            _requested = true;
            owner.CancelToken();
            return true;
        }
        if (!Slot.CanThrowInto(Frame)) return _requested = true;
        _awaiter = Slot.Read(Frame);
        if (Interlocked.CompareExchange(ref _state, (int)ForeignState.Abandoned, (int)ForeignState.Pending) != (int)ForeignState.Pending) return false;
        _requested = true;
        _loop.Enqueue(_strand);
        return true;
    }

    /// <summary>As new.</summary>
    internal void Reset()
    {
        _state = (int)ForeignState.Pending;
        _requested = false;
        Message = null;
        Frame = null!;
    }
}
