using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.UnprotectedLock;

/// <summary>What is acquired, and how.</summary>
static class Acquisition
{
    /// <summary>The lock, semaphore or condition; null if the await does not say.</summary>
    public static IOperation? Of(IAwaitOperation wait)
    {
        foreach (var operation in Variables.Origin(wait.Operation).DescendantsAndSelf())
        {
            if (operation is IInvocationOperation { TargetMethod.Name: "AcquireAsync", Instance: { } taken })
            {
                return taken;
            }
        }

        return null;
    }

    /// <summary>Whether the call takes it without giving something to dispose of. A look with no time to wait, left unused, is not one.</summary>
    public static bool HasNoReleaser(IInvocationOperation call, BelaySymbols belay)
    {
        var method = call.TargetMethod;
        return method.Name switch
        {
            "TryAcquire" => BelaySymbols.Same(method.ContainingType, belay.AsyncLock) || BelaySymbols.Inherits(method.ContainingType, belay.AsyncSemaphore),
            "Wait" or "WaitAsync" => method.ContainingType is { Name: "SemaphoreSlim", ContainingNamespace.Name: "Threading" },
            _ => false,
        };
    }
}
