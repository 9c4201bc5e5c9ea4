using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.NestedLock;

/// <summary>
/// What a call within the type acquires, itself or by way of further calls. Looked up only where a lock is held, which is rare.
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
        if (model is null || function.DeclaringSyntaxReferences.FirstOrDefault() is not { } declaration)
        {
            return null;
        }

        if (declaration.SyntaxTree != model.SyntaxTree)
        {
            // A part of the type in another file.
            if (!model.Compilation.ContainsSyntaxTree(declaration.SyntaxTree))
            {
                return null;
            }

#pragma warning disable RS1030 // It costs, but only for a call made under a lock to what another file declares.
            model = model.Compilation.GetSemanticModel(declaration.SyntaxTree);
#pragma warning restore RS1030
        }

        return model.GetOperation(declaration.GetSyntax(cancellationToken), cancellationToken);
    }
}
