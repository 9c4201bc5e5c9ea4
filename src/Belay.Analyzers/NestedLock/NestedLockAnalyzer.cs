using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.NestedLock;

/// <summary>BELAY006: a lock is acquired where it is held: nested in the same method, or through calls within the type.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NestedLockAnalyzer() : BelayAnalyzer(_rule)
{
    static readonly DiagnosticDescriptor _rule = Rule.Create(
        "BELAY006",
        "A lock is acquired while it is held",
        "'{0}' is held here{1}: the acquire waits for its own release; give it back before, or split off what works under the lock",
        DiagnosticSeverity.Warning);

    private protected override void Start(CompilationStartAnalysisContext context, BelaySymbols belay) =>
        context.RegisterOperationAction(operation => Analyze(operation, belay), OperationKind.Invocation);

    static void Analyze(OperationAnalysisContext context, BelaySymbols belay)
    {
        var call = (IInvocationOperation)context.Operation;
        if (Locks.IsAcquire(call, belay))
        {
            if (HeldLocks.IsWaitedFor(call) && AccessPath.Of(call.Instance) is { } path && HeldLocks.At(call, belay).Contains(path))
            {
                context.ReportDiagnostic(Diagnostic.Create(_rule, call.Syntax.GetLocation(), path.Name, ""));
            }
        }
        else if (InnerAcquires.IsCall(call, belay) && HeldLocks.At(call, belay).ToArray() is { Length: > 0 } held && IsRunThere(call, belay))
        {
            if (InnerAcquires.Of(call, belay, context.CancellationToken).FirstOrDefault(held.Contains) is { } path)
            {
                context.ReportDiagnostic(Diagnostic.Create(_rule, call.Syntax.GetLocation(), path.Name, $", and '{call.TargetMethod.Name}' acquires it"));
            }
        }
    }

    /// <summary>Whoever made it waits for it: as a part of its own task, gathered, or in a group that is opened there too.</summary>
    static bool IsRunThere(IInvocationOperation call, BelaySymbols belay) => Destination.Of(call) switch
    {
        { Fate: Fate.Awaited or Fate.Returned } => true,
        { Fate: Fate.Argument, Operation.Parent: IInvocationOperation taker } => Destination.Of(taker).Fate == Fate.Awaited,
        { Fate: Fate.Owned, Operation.Parent: IInvocationOperation owner } =>
            owner.TargetMethod.Name.StartsWith("Gather", StringComparison.Ordinal) && Destination.Of(owner).Fate == Fate.Awaited
            || BelaySymbols.IsMember(owner.TargetMethod, belay.TaskGroup, "CreateTask") && owner.Instance is IParameterReferenceOperation group && IsOpenedUnderLock(group, belay),
        _ => false,
    };

    /// <summary>Locks held round the group are held until its children have ended.</summary>
    static bool IsOpenedUnderLock(IParameterReferenceOperation group, BelaySymbols belay)
    {
        for (var outer = group.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation lambda && lambda.Symbol.Parameters.Contains(group.Parameter, SymbolEqualityComparer.Default))
            {
                return lambda.Parent?.Parent?.Parent is IInvocationOperation run && HeldLocks.At(run, belay).Any();
            }
        }

        return false;
    }
}
