namespace Belay;

internal sealed partial class TaskStrand
{
    /// <summary>What it has to do with .NET's own tasks and tokens; null as long as it has nothing.</summary>
    internal Interop? Interop { get; private set; }

    internal LoopSynchronizationContext? SynchronizationContext => Interop?.SynchronizationContext;

    internal Interop GetInterop() => Interop ??= new Interop(Loop);

    internal CancellationToken GetToken() => GetInterop().GetToken(_cancelRequested);

    internal override ForeignWait RentForeignWait()
    {
        var interop = GetInterop();
        interop.SynchronizationContext ??= Loop.GiveSharedContextTo(Owner);
        return interop.RentWait(this);
    }

    /// <summary>The operation has ended or was left: what the await throws, an exception or an <see cref="UnseenCancellation"/>, if not what the operation itself came to.</summary>
    object? End(OperationWait operation, out AwaiterSlot slot)
    {
        slot = operation.Slot;
        var injected = Outcome(operation);
        if (!operation.IsAbandoned && operation.Failure is null) Interop!.ReturnWait(operation);
        return injected;
    }

    object? Outcome(OperationWait operation)
    {
        var slot = operation.Slot;
        var canThrow = slot.CanThrowInto(operation.Frame);
        if (operation.Failure is { } failedToBegin)
        {
            if (canThrow) return failedToBegin;
            Loop.Report("An await failed to begin, and nothing can make it throw that", failedToBegin, null);
        }
        var requested = operation.IsCancelled || _cancelRequested;
        if (!requested) return null;
        var message = operation.IsCancelled ? operation.Message : Message;
        _cancelRequested = false;
        if (operation.IsAbandoned) return new UnseenCancellation(message);
        if (!canThrow)
        {
            // Nothing can make this await throw: the next one does.
            KeepRequest(message);
            return null;
        }
        var failure = AwaiterSlot.Consume(slot.Read(operation.Frame));
        // It ended with the request: that failure, if it has one, is what the request came to. A result is dropped.
        if (!operation.IsCancelled || failure is null) return new UnseenCancellation(message);
        if (failure is OperationCanceledException) Interop!.Delivered = failure;
        return failure;
    }

    /// <summary>
    /// Code that is not Belay's awaits the coroutine: it gets a strand of its own, which belongs to the same task. It has begun on
    /// this one already, so what it waits for moves over.
    /// </summary>
    internal override void Detach(Frame root, Action continuation)
    {
        var strand = Loop.Rent(new Bridge(Loop, Owner, continuation), root);
        if (root.State == FrameState.Created) strand.Wake();    // too deep to begin at once
        else strand.TakeOver(this);
    }

    internal override void Detach(IWait wait, Action continuation)
    {
        var frame = new WaitFrame();
        var strand = Loop.Rent(new Bridge(Loop, Owner, continuation), frame);
        strand.Suspend(frame, wait);
        strand.Park();
    }

    internal override void OnNextTurn(Action continuation) => Loop.Enqueue(new Continuation(Loop, Owner, continuation));

    void TakeOver(TaskStrand other)
    {
        Innermost = other.Innermost;
        if (other.Hold is not null) CancellationHold.Move(other, this);
        if (other.TakePostponed())
        {
            Wake();
            return;
        }
        Wait = other.Wait;
        other.Wait = null;
        if (Wait is OperationWait operation) operation.MoveTo(this);
        Park();
    }
}
