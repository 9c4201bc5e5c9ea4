using System.Diagnostics;

namespace Belay;

/// <summary>A place in a <see cref="WaitQueue"/>, and what the strand waits for meanwhile. Part of a <see cref="WaiterFrame{T}"/> and reused with it.</summary>
internal sealed class Waiter : ITaskWait
{
    Strand? _strand;
    UnseenCancellation? _cancellation;

    internal WaiterState State;

    /// <summary>The queue it is in, and its neighbours there: only the queue sets them.</summary>
    internal WaitQueue? Queue;
    internal Waiter? Next, Previous;

    /// <summary>It must wait, even if that closes a ring: a condition's waiter has to get its lock back.</summary>
    internal bool MayDeadlock;

    public bool IsDone => State > WaiterState.Pending;

    public bool IsCancelled => State == WaiterState.Cancelled;

    /// <summary>Only now is it known who waits: a task, or code that is not Belay's and runs beside others in its task.</summary>
    public void Begin(Strand strand)
    {
        _strand = strand;
        if (State != WaiterState.Pending) strand.Wake();
        else if (Queue!.Lock is { } gate && !MayDeadlock && LockRing.Find((TaskStrand)strand, gate) is { } ring)
        {
            Leave();
            ((TaskStrand)strand).Fail(new DeadlockException(ring));
        }
    }

    /// <summary>The queue has given it what it waits for.</summary>
    internal void Wake()
    {
        Debug.Assert(State == WaiterState.Pending);
        State = WaiterState.Woken;
        _strand?.Wake();
    }

    public bool Cancel(string? message)
    {
        if (State != WaiterState.Pending) return false;
        State = WaiterState.Cancelled;
        _cancellation = new UnseenCancellation(message);
        Queue!.OnCancelled(this);
        _strand?.Wake();
        return true;
    }

    /// <summary>Its task runs again. Whether it had been woken.</summary>
    internal bool Leave()
    {
        var wasWoken = State == WaiterState.Woken;
        Queue!.Remove(this);
        State = WaiterState.Idle;
        _strand = null;
        _cancellation = null;
        return wasWoken;
    }

    public IEnumerable<CoroTask> Blockers => State == WaiterState.Pending && Queue!.Lock?.Owner is { } owner ? [owner] : [];

    public string Describe(CoroTask blocker) => Queue!.Lock!.DescribeWait();

    public object TakeCancellation() => _cancellation!;

    public void Take() => throw Misuse.NotFinished();

    public Exception? TryTake() => throw Misuse.NotFinished();
}
