using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.CleanupWork;

/// <summary>A catch round the await of a task that the same function cancelled: that stop ends there, and what comes next is the function's own affair.</summary>
static class StoppedHere
{
    public static bool Covers(ICatchClauseOperation handler)
    {
        if (handler.Parent is not ITryOperation { Body: { } body })
        {
            return false;
        }

        var awaited = body.Descendants().OfType<IAwaitOperation>().Select(wait => wait.Operation).OfType<ILocalReferenceOperation>().Select(task => task.Local).ToArray();
        return awaited.Length > 0 && Functions.Root(handler).Descendants().Any(operation =>
            operation is IInvocationOperation { TargetMethod.Name: "Cancel", Instance: ILocalReferenceOperation cancelled }
            && awaited.Contains(cancelled.Local, SymbolEqualityComparer.Default));
    }
}
