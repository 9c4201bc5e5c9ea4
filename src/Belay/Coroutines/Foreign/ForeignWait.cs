using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>A wait for an awaiter that is not Belay's: a Task, a ValueTask, anything. It completes on any thread.</summary>
internal abstract class ForeignWait : IWait
{
    /// <summary>Where the awaiter lies: reads it, or has it throw.</summary>
    internal AwaiterSlot Slot = null!;

    /// <summary>The frame that waits.</summary>
    internal Frame Frame = null!;

    /// <summary>What the awaiter calls when it is done. Made once for each wait, not for each await.</summary>
    protected abstract Action Continuation { get; }

    public bool IsDone => false;
    public abstract bool IsCancelled { get; }
    public abstract bool Cancel(string? message);

    /// <summary>The operation has ended. On any thread.</summary>
    internal abstract void CompleteFromAnyThread();

    /// <summary>
    /// The awaiter did not take the continuation. Its exception must not get out here: the compiler's code has suspended already, and
    /// would run no finally. The await throws it when it is resumed.
    /// </summary>
    internal abstract void FailToBegin(Exception failure);

    /// <summary>What it waits for is a coroutine after all (see <see cref="CoroEnumerator{T}"/>), which its frame awaits as such.</summary>
    internal abstract void GiveBack();

    /// <summary>It wakes the strand by itself, which may have happened already.</summary>
    public void Begin(Strand strand) { }

    public object TakeCancellation() => throw Misuse.NotFinished();
    public void Take() => throw Misuse.NotFinished();
    public Exception? TryTake() => throw Misuse.NotFinished();

    internal static void Begin<TAwaiter, TStateMachine, T>(Frame<T> frame, ref TAwaiter awaiter)
        where TAwaiter : INotifyCompletion where TStateMachine : IAsyncStateMachine
    {
        var wait = Suspend<TAwaiter, TStateMachine, T>(frame);
        try { awaiter.OnCompleted(wait.Continuation); }
        catch (Exception failure) { wait.FailToBegin(failure); }
    }

    internal static void UnsafeBegin<TAwaiter, TStateMachine, T>(Frame<T> frame, ref TAwaiter awaiter)
        where TAwaiter : ICriticalNotifyCompletion where TStateMachine : IAsyncStateMachine
    {
        var wait = Suspend<TAwaiter, TStateMachine, T>(frame);
        try { awaiter.UnsafeOnCompleted(wait.Continuation); }
        catch (Exception failure) { wait.FailToBegin(failure); }
    }

    /// <summary>The wait that a continuation belongs to, if it is one of these.</summary>
    internal static ForeignWait? Of(object? continuation) => (continuation as Action)?.Target as ForeignWait;

    static ForeignWait Suspend<TAwaiter, TStateMachine, T>(Frame<T> frame) where TStateMachine : IAsyncStateMachine
    {
        var strand = frame.Strand;
        var wait = strand.RentForeignWait();
        wait.Slot = AwaiterSlot<TStateMachine, T, TAwaiter>.Instance;
        wait.Frame = frame;
        strand.Suspend(frame, wait);
        return wait;
    }
}
