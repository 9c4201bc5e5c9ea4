using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.NestedLock;

/// <summary>
/// What a call within the type acquires, itself or by way of further calls. Looked up only where a lock is held, which is rare, and in the same file,
/// of which the model is at hand.
/// </summary>
static class InnerAcquires
{
    /// <summary>Whether it calls a coroutine of the type on the same object, or a function of the method's own.</summary>
    public static bool IsCall(IInvocationOperation call, BelaySymbols belay) =>
        (call.Instance is null or IInstanceReferenceOperation || call.TargetMethod.MethodKind == MethodKind.DelegateInvoke) && belay.IsCoroutine(call.Type);

    public static IEnumerable<AccessPath> Of(IInvocationOperation call, BelaySymbols belay, CancellationToken cancellationToken)
    {
        var open = new Stack<IInvocationOperation>([call]);
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (CallGraph.Callee(next) is not { } callee || !seen.Add(callee) || Body(callee, next.SemanticModel, cancellationToken) is not { } body)
            {
                continue;
            }

            foreach (var operation in Functions.OwnCode(body))
            {
                if (operation is not IInvocationOperation inner)
                {
                    continue;
                }

                if (Locks.IsAcquire(inner, belay))
                {
                    if (HeldLocks.IsWaitedFor(inner) && AccessPath.Of(inner.Instance) is { } path) yield return path;
                }
                else if (IsCall(inner, belay) && Destination.Of(inner).Fate is Fate.Awaited or Fate.Returned)
                {
                    open.Push(inner);
                }
            }
        }
    }

    static IOperation? Body(IMethodSymbol function, SemanticModel? model, CancellationToken cancellationToken)
    {
        var declaration = function.DeclaringSyntaxReferences.FirstOrDefault();
        return declaration is not null && declaration.SyntaxTree == model?.SyntaxTree
            ? model.GetOperation(declaration.GetSyntax(cancellationToken), cancellationToken)
            : null;
    }
}
