using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers;

/// <summary>Which coroutine of the compilation calls which, and what becomes of the coroutine it gets.</summary>
sealed class CallGraph(BelaySymbols belay)
{
    readonly ConcurrentBag<Call> _calls = [];

    public IEnumerable<Call> Calls => _calls;

    public void Register(CompilationStartAnalysisContext context)
    {
        context.RegisterOperationAction(NoteCall, OperationKind.Invocation);
        context.RegisterOperationAction(NoteFunction, OperationKind.DelegateCreation);
    }

    /// <summary>What is run from these functions, within their tasks, and the functions themselves.</summary>
    public HashSet<ISymbol> RunFrom(IEnumerable<ISymbol> roots)
    {
        var edges = _calls.Where(call => call.Relation is Relation.Runs or Relation.Gathers)
            .ToLookup(call => call.Caller, call => call.Callee, SymbolEqualityComparer.Default);
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<ISymbol>(roots);
        while (open.Count > 0)
        {
            var function = open.Pop();
            if (found.Add(function))
            {
                foreach (var callee in edges[function]) open.Push(callee);
            }
        }

        return found;
    }

    /// <summary>
    /// Whether the function runs in more than one task at a time, as far as can be seen: it, or what runs it, is started in two places, or
    /// again and again.
    /// </summary>
    /// <param name="function">Of the source.</param>
    /// <param name="onSameObject">It matters that it is the same object each time.</param>
    public bool RunsInMany(ISymbol function, bool onSameObject)
    {
        var callers = _calls.Where(call => call.Relation is Relation.Runs or Relation.Gathers && (call.IsShared || !onSameObject))
            .ToLookup(call => call.Callee, call => call.Caller, SymbolEqualityComparer.Default);
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<ISymbol>([function.OriginalDefinition]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (found.Add(next))
            {
                foreach (var caller in callers[next]) open.Push(caller);
            }
        }

        var starts = _calls.Where(call => call.Relation != Relation.Runs && found.Contains(call.Callee) && (call.IsShared || !onSameObject));
        return starts.Sum(start => start.IsRepeated ? 2 : 1) > 1;
    }

    /// <summary>Whether a function handed to this method runs as a part of the task that calls it: no thread, no callback, no owner's work.</summary>
    public static bool IsRunAtOnce(IMethodSymbol taker, BelaySymbols belay) =>
        belay.IsCoroutine(taker.ReturnType) && taker.Name != "ToThread" || taker.ContainingType.Name is "Enumerable" or "List";

    /// <summary>Whose code a call runs: a function of the source, also if it is called through a delegate in a local variable.</summary>
    public static IMethodSymbol? Callee(IInvocationOperation call)
    {
        if (call.TargetMethod.MethodKind != MethodKind.DelegateInvoke)
        {
            return InSource(call.TargetMethod);
        }

        return call.Instance is null ? null : FunctionOf(Variables.Origin(call.Instance));
    }

    static IMethodSymbol? FunctionOf(IOperation value) => value switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        IMethodReferenceOperation method => InSource(method.Method),
        _ => null,
    };

    static IMethodSymbol? InSource(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return definition.DeclaringSyntaxReferences.Length > 0 ? definition : null;
    }

    void NoteCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (belay.IsCoroutine(call.Type) && Callee(call) is { } callee)
        {
            var caller = Functions.Enclosing(call, context.ContainingSymbol);
            _calls.Add(new(caller, callee, RelationOf(Destination.Of(call), depth: 0), IsRepeated(call), IsShared(call)));
        }
    }

    /// <summary>Lambdas and methods that are handed to somebody who calls them.</summary>
    void NoteFunction(OperationAnalysisContext context)
    {
        var creation = (IDelegateCreationOperation)context.Operation;
        if (FunctionOf(creation.Target) is not { } callee
            || Destination.Of(creation) is not { Operation: IArgumentOperation { Parent: IInvocationOperation taker } })
        {
            return;
        }

        var caller = Functions.Enclosing(creation, context.ContainingSymbol);
        var relation = taker.TargetMethod switch
        {
            { Name: "Run" } method when BelaySymbols.IsMember(method, belay.TaskGroup, "Run") => Relation.InGroup,
            { ContainingType: { Name: "Server", ContainingNamespace.Name: "Belay" } } => Relation.Beside,
            { } method when BelaySymbols.IsMember(method, belay.BackgroundTasks, "Start") => Relation.Beside,
            { ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" } } => Relation.Gathers,
            { } method => IsRunAtOnce(method, belay) ? Relation.Runs : Relation.Beside,
        };
        // A server's handler, a projection: once for each of many.
        var isEach = relation == Relation.Gathers || taker.TargetMethod.ContainingType.Name == "Server";
        _calls.Add(new(caller, callee, relation, isEach || IsRepeated(creation), IsShared: true));
    }

    Relation RelationOf(Destination destination, int depth)
    {
        switch (destination)
        {
            case { Fate: Fate.Owned, Operation.Parent: IInvocationOperation owner }:
                return owner.TargetMethod switch
                {
                    { } method when BelaySymbols.IsMember(method, belay.TaskGroup, "CreateTask") => Relation.InGroup,
                    { Name: "Gather" or "GatherOutcomes" or "Shield" } => Relation.Gathers,
                    _ => Relation.Beside,
                };
            case { Fate: Fate.Local, Symbol: { } local } when depth < 4:
                var relations = Variables.Reads(local, destination.Operation).Select(read => RelationOf(Destination.Of(read), depth + 1));
                return relations.DefaultIfEmpty(Relation.Runs).Max();
            default:
                return Relation.Runs;
        }
    }

    /// <summary>Whether it is done again and again: in a loop of its function.</summary>
    static bool IsRepeated(IOperation operation) => Loops(operation).Any();

    /// <summary>The loops of its function that it is in.</summary>
    static IEnumerable<ILoopOperation> Loops(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); outer = outer.Parent)
        {
            if (outer is ILoopOperation loop)
            {
                yield return loop;
            }
        }
    }

    // What a loop or a lambda has of its own, an element say, is another object each time.
    static bool IsShared(IInvocationOperation call) => call.Instance switch
    {
        ILocalReferenceOperation local => Variables.Values(local.Local, local).All(value => value is not null) && !IsOwnOfLoop(local),
        IObjectCreationOperation => false,
        _ => true,
    };

    static bool IsOwnOfLoop(ILocalReferenceOperation local) =>
        Loops(local).Any(loop => loop.Syntax.Span.Contains(local.Local.Locations[0].SourceSpan));
}
