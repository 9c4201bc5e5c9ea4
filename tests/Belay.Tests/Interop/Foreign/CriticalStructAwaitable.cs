using System.Runtime.CompilerServices;

namespace Belay.Tests.Interop.Foreign;

/// <summary>An awaitable of nobody's library, whose awaiter is a struct with <c>UnsafeOnCompleted</c>.</summary>
readonly struct CriticalStructAwaitable(Operation operation)
{
    public CriticalStructAwaiter GetAwaiter() => new(operation);
}

readonly struct CriticalStructAwaiter(Operation operation) : ICriticalNotifyCompletion
{
    public bool IsCompleted => operation.Task.IsCompleted;

    public int GetResult() => operation.Task.GetAwaiter().GetResult();

    public void OnCompleted(Action continuation) =>
        operation.Task.ConfigureAwait(false).GetAwaiter().OnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation) =>
        operation.Task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(continuation);
}
