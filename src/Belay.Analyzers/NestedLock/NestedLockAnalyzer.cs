using System.Collections.Concurrent;
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
        context.RegisterSymbolStartAction(
            type =>
            {
                var acquires = new ConcurrentBag<Acquire>();
                var calls = new ConcurrentBag<InnerCall>();
                type.RegisterOperationAction(operation => Note(operation, belay, acquires, calls), OperationKind.Invocation);
                type.RegisterSymbolEndAction(end => ReportCalls(end, belay, acquires, calls));
            },
            SymbolKind.NamedType);

    static void Note(
        OperationAnalysisContext context,
        BelaySymbols belay,
        ConcurrentBag<Acquire> acquires,
        ConcurrentBag<InnerCall> calls)
    {
        var call = (IInvocationOperation)context.Operation;
        if (Locks.IsAcquire(call, belay))
        {
            if (HeldLocks.IsWaitedFor(call) && AccessPath.Of(call.Instance) is { } path)
            {
                acquires.Add(new(Functions.Enclosing(call, context.ContainingSymbol), path));
                if (HeldLocks.At(call, belay).Contains(path))
                {
                    context.ReportDiagnostic(Diagnostic.Create(_rule, call.Syntax.GetLocation(), path.Name, ""));
                }
            }
        }
        else if (belay.IsCoroutine(call.Type) && IsOnSameObject(call) && CallGraph.Callee(call) is { } callee)
        {
            calls.Add(new(Functions.Enclosing(call, context.ContainingSymbol), callee, call));
        }
    }

    static bool IsOnSameObject(IInvocationOperation call) =>
        call.Instance is null or IInstanceReferenceOperation || call.TargetMethod.MethodKind == MethodKind.DelegateInvoke;

    static void ReportCalls(
        SymbolAnalysisContext context,
        BelaySymbols belay,
        ConcurrentBag<Acquire> acquires,
        ConcurrentBag<InnerCall> calls)
    {
        if (acquires.IsEmpty || calls.IsEmpty)
        {
            return;
        }

        var direct = acquires.ToLookup(acquire => acquire.Function, acquire => acquire.Path, SymbolEqualityComparer.Default);
        var awaited = calls.Where(call => IsRunThere(call.Call, belay))
            .ToLookup(call => (ISymbol?)call.Function, call => (ISymbol)call.Callee, SymbolEqualityComparer.Default);
        foreach (var (_, callee, call) in calls)
        {
            if (!IsRunThere(call, belay))
            {
                continue;
            }

            var held = HeldLocks.At(call, belay).ToArray();
            if (held.Length > 0 && Reached(callee, awaited).SelectMany(function => direct[function]).FirstOrDefault(held.Contains) is { } path)
            {
                context.ReportDiagnostic(Diagnostic.Create(_rule, call.Syntax.GetLocation(), path.Name, $", and '{callee.Name}' acquires it"));
            }
        }
    }

    static HashSet<ISymbol> Reached(ISymbol callee, ILookup<ISymbol?, ISymbol> awaited)
    {
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<ISymbol>([callee]);
        while (open.Count > 0)
        {
            var function = open.Pop();
            if (found.Add(function))
            {
                foreach (var next in awaited[function]) open.Push(next);
            }
        }

        return found;
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

    sealed record Acquire(ISymbol Function, AccessPath Path);

    sealed record InnerCall(ISymbol Function, IMethodSymbol Callee, IInvocationOperation Call);
}
