using System.Runtime.CompilerServices;

namespace Belay.Tests.Interop.Foreign;

/// <summary>An awaitable of nobody's library, whose awaiter is a struct.</summary>
readonly struct StructAwaitable(Operation operation)
{
    public StructAwaiter GetAwaiter() => new(operation);
}

readonly struct StructAwaiter(Operation operation) : INotifyCompletion
{
    public bool IsCompleted => operation.Task.IsCompleted;

    public int GetResult() => operation.Task.GetAwaiter().GetResult();

    public void OnCompleted(Action continuation) =>
        operation.Task.ConfigureAwait(false).GetAwaiter().OnCompleted(continuation);
}
