using System.Reflection;
using System.Runtime.CompilerServices;

namespace Belay.Tests.Diagnostics;

/// <summary>
/// A task-like type that notes, for every await of an async method, the state in which the compiler's code suspended itself and the
/// line where the source has that await.
/// </summary>
[AsyncMethodBuilder(typeof(AwaitLogBuilder))]
internal sealed class AwaitLog
{
    internal List<(int State, int Line)> Awaits { get; } = [];

    /// <summary>Of the outermost method.</summary>
    internal Type StateMachine { get; set; } = null!;

    internal static SuspendingAwaitable Here(bool result = false, [CallerLineNumber] int line = 0) => new(line, result);

    internal static int Line([CallerLineNumber] int line = 0) => line;
}

/// <summary>Is never complete; the builder resumes it at once.</summary>
internal readonly record struct SuspendingAwaitable(int Line, bool Result) : ICriticalNotifyCompletion
{
    public bool IsCompleted => false;

    public SuspendingAwaitable GetAwaiter() => this;

    public bool GetResult() => Result;

    public void OnCompleted(Action continuation) => throw new NotSupportedException();

    public void UnsafeOnCompleted(Action continuation) => throw new NotSupportedException();
}

/// <summary>A class, so that all copies of a state machine share it.</summary>
internal sealed class AwaitLogBuilder
{
    Action? _next;

    public AwaitLog Task { get; } = new();

    public static AwaitLogBuilder Create() => new();

    public void Start<TStateMachine>(ref TStateMachine stateMachine) where TStateMachine : IAsyncStateMachine
    {
        Task.StateMachine = typeof(TStateMachine);
        stateMachine.MoveNext();
        while (Interlocked.Exchange(ref _next, null) is { } next) next();
    }

    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        IAsyncStateMachine boxed = stateMachine;
        var state = typeof(TStateMachine).GetField("<>1__state", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)!;
        Task.Awaits.Add(((int)state.GetValue(boxed)!, ((SuspendingAwaitable)(object)awaiter).Line));
        _next = boxed.MoveNext;
    }

    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => throw new NotSupportedException();

    public void SetStateMachine(IAsyncStateMachine stateMachine) => throw new NotSupportedException();

    public void SetResult()
    {
    }

    public void SetException(Exception exception) => System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception);
}
