using System.Runtime.CompilerServices;

namespace Belay.Tests.Interop.Foreign;

/// <summary>An awaitable of nobody's library, whose awaiter is a class.</summary>
readonly struct ClassAwaitable(Operation operation)
{
    public ClassAwaiter GetAwaiter() => new(operation);
}

sealed class ClassAwaiter(Operation operation) : INotifyCompletion
{
    public bool IsCompleted => operation.Task.IsCompleted;

    public int GetResult() => operation.Task.GetAwaiter().GetResult();

    public void OnCompleted(Action continuation) =>
        operation.Task.ConfigureAwait(false).GetAwaiter().OnCompleted(continuation);
}
