using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>
/// The frame of an async method: the compiler's state machine, copied here before it has run anything. In Debug builds of user code
/// state machines are classes; then it is the reference that is copied.
/// </summary>
internal sealed class StateMachineFrame<TStateMachine, T> : Frame<T> where TStateMachine : IAsyncStateMachine
{
    /// <summary>How many frames of one method a thread keeps for reuse.</summary>
    const int MaxPooled = 1024;

    [ThreadStatic]
    static StateMachineFrame<TStateMachine, T>? t_pool;

    internal TStateMachine StateMachine = default!;

    /// <summary>The frames in the pool below this one, and itself.</summary>
    int _pooled;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static StateMachineFrame<TStateMachine, T> Rent()
    {
        var frame = t_pool;
        if (frame is null) return new StateMachineFrame<TStateMachine, T>();
        // Sound: the pool of this type holds nothing else, linked through Parent.
        t_pool = Unsafe.As<StateMachineFrame<TStateMachine, T>>(frame.Parent);
        frame.Parent = null;
        return frame;
    }

    internal override bool CanObserve => TakesFailures || ExceptionHandlers<TStateMachine>.Any;

    internal override (Type, int)? Position => (typeof(TStateMachine), StateMachineLayout<TStateMachine>.StateOf(ref StateMachine));

    internal override void Resume()
    {
        State = FrameState.Running;
        StateMachine.MoveNext();
    }

    internal override void Recycle()
    {
        Version++;
        State = FrameState.Created;
        Failure = null;
        TakesFailures = false;
        StateMachine = default!;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) Result = default!;
        var pool = t_pool;
        var count = pool is null ? 1 : pool._pooled + 1;
        if (count > MaxPooled)
        {
            Parent = null;
            return;
        }
        _pooled = count;
        Parent = pool;
        t_pool = this;
    }
}
