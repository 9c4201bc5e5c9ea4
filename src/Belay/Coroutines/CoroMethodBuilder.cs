using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>What the compiler builds <c>async Coro</c> methods with. Not to be used directly.</summary>
public struct CoroMethodBuilder
{
    CoroMethodBuilder<VoidResult> _inner;

    /// <summary>Meant for the compiler.</summary>
    public static CoroMethodBuilder Create() => default;

    /// <summary>Meant for the compiler.</summary>
    public readonly Coro Task
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_inner.Frame, _inner.Frame.Version);
    }

    /// <summary>Meant for the compiler. Runs nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Start<TStateMachine>(ref TStateMachine stateMachine) where TStateMachine : IAsyncStateMachine => _inner.Start(ref stateMachine);

    /// <summary>Meant for the compiler.</summary>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine) { }

    /// <summary>Meant for the compiler.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void SetResult() => _inner.SetResult(default);

    /// <summary>Meant for the compiler.</summary>
    public readonly void SetException(Exception exception) => _inner.SetException(exception);

    /// <summary>Meant for the compiler.</summary>
    public readonly void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion where TStateMachine : IAsyncStateMachine =>
        _inner.AwaitOnCompleted(ref awaiter, ref stateMachine);

    /// <summary>Meant for the compiler.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion where TStateMachine : IAsyncStateMachine =>
        _inner.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
}
