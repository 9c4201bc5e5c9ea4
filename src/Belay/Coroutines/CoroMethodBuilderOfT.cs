using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>What the compiler builds <c>async Coro&lt;T&gt;</c> methods with. Not to be used directly.</summary>
public struct CoroMethodBuilder<T>
{
    internal Frame<T> Frame;

    /// <summary>Meant for the compiler.</summary>
    public static CoroMethodBuilder<T> Create() => default;

    /// <summary>Meant for the compiler.</summary>
    public readonly Coro<T> Task
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Frame, Frame.Version);
    }

    /// <summary>Meant for the compiler. Runs nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Start<TStateMachine>(ref TStateMachine stateMachine) where TStateMachine : IAsyncStateMachine
    {
        var frame = StateMachineFrame<TStateMachine, T>.Rent();
        // First the frame, then the copy: this builder is a field of the state machine, and the copy has to know its frame.
        Frame = frame;
        frame.StateMachine = stateMachine;
    }

    /// <summary>Meant for the compiler.</summary>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine) { }

    /// <summary>Meant for the compiler.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void SetResult(T result) => Frame.SetResult(result);

    /// <summary>Meant for the compiler.</summary>
    public readonly void SetException(Exception exception) => Frame.SetException(exception);

    /// <summary>Meant for the compiler.</summary>
    public readonly void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion where TStateMachine : IAsyncStateMachine
    {
        if (awaiter is ICoroAwaiter) ((ICoroAwaiter)awaiter).Suspend(Frame);
        else ForeignWait.Begin<TAwaiter, TStateMachine, T>(Frame, ref awaiter);
    }

    /// <summary>Meant for the compiler.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion where TStateMachine : IAsyncStateMachine
    {
        if (awaiter is ICoroAwaiter) ((ICoroAwaiter)awaiter).Suspend(Frame);
        else ForeignWait.UnsafeBegin<TAwaiter, TStateMachine, T>(Frame, ref awaiter);
    }
}
