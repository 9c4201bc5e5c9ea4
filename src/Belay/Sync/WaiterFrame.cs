namespace Belay;

/// <summary>A coroutine that waits in a <see cref="WaitQueue"/>: frame and waiter in one piece, so that a wait allocates nothing.</summary>
internal abstract class WaiterFrame<T> : Frame<T>
{
    private protected readonly Waiter Waiter = new();

    /// <summary>Comes to its end, or to a wait.</summary>
    private protected abstract void Begin();

    /// <summary>It was woken, and has left the queue.</summary>
    private protected abstract void GoOn();

    /// <summary>It was cancelled, and has left the queue: what it had been woken for goes to somebody else.</summary>
    private protected abstract void GiveUp(bool wasWoken);

    /// <summary>Waits in the queue.</summary>
    private protected void WaitIn(WaitQueue queue)
    {
        var strand = (TaskStrand)Strand;
        if (queue.TryAdd(Waiter, strand.Loop)) strand.Suspend(this, Waiter);
        else SetException(Misuse.TwoLoops());
    }

    internal sealed override void Resume()
    {
        if (State != FrameState.Suspended) Begin();
        else
        {
            Waiter.Leave();
            GoOn();
        }
    }

    internal sealed override void Fail(object failure)
    {
        // Not in a queue: it has not begun, or has been taken out because the wait would have been a mistake.
        if (Waiter.State != WaiterState.Idle) GiveUp(Waiter.Leave());
        base.Fail(failure);
    }
}
