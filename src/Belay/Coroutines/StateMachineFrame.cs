using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>
/// The frame of an async method: the compiler's state machine, copied here before it has run anything. In Debug builds of user code
/// state machines are classes; then it is the reference that is copied.
/// </summary>
internal sealed class StateMachineFrame<TStateMachine, T> : Frame<T> where TStateMachine : IAsyncStateMachine
{
    static readonly FrameType<StateMachineFrame<TStateMachine, T>> s_type = new();

    internal TStateMachine StateMachine = default!;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static StateMachineFrame<TStateMachine, T> Rent() => s_type.TryRent() ?? new StateMachineFrame<TStateMachine, T>();

    private protected override FramePool PoolIn(Executor executor) => s_type.PoolIn(executor);

    internal override bool CanObserve => TakesFailures || ExceptionHandlers<TStateMachine>.Any;

    internal override (Type, int)? Position => (typeof(TStateMachine), StateMachineLayout<TStateMachine>.StateOf(ref StateMachine));

    internal override void Resume()
    {
        State = FrameState.Running;
        StateMachine.MoveNext();
    }

    internal override void Recycle()
    {
        StateMachine = default!;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) Result = default!;
        ReturnToPool();
    }
}
