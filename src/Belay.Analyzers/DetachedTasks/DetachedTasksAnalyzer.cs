using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.DetachedTasks;

/// <summary>
/// BELAY004: a detached task is started in a coroutine that runs in a group; and BELAY008: a task's handle is dropped, or kept where its outcome is
/// never looked at. One place draws one of the two.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DetachedTasksAnalyzer() : BelayAnalyzer(_inGroup, _inGroupElsewhere, _unseen)
{
    const string Title = "A detached task is started in a coroutine that runs in a group";

    const string Message = "'{0}' leaves the group: it is a detached task, which the group neither waits for nor cancels; start it in the group, or in BackgroundTasks";

    static readonly DiagnosticDescriptor _inGroup = Rule.Create("BELAY004", Title, Message, DiagnosticSeverity.Warning);

    static readonly DiagnosticDescriptor _inGroupElsewhere =
        Rule.Create("BELAY004", Title, Message, DiagnosticSeverity.Warning, WellKnownDiagnosticTags.CompilationEnd);

    static readonly DiagnosticDescriptor _unseen = Rule.Create(
        "BELAY008",
        "A task's outcome can never be seen",
        "Nobody can see how '{0}' ends: keep the task and await it, or give the coroutine to an owner",
        DiagnosticSeverity.Warning);

    private protected override void Start(CompilationStartAnalysisContext context, BelaySymbols belay)
    {
        var graph = new CallGraph(belay);
        graph.Register(context);
        var open = new ConcurrentBag<OpenStart>();
        context.RegisterOperationAction(operation => Analyze(operation, belay, open), OperationKind.Invocation);
        context.RegisterCompilationEndAction(end => ReportCalledFromGroups(end, graph, belay, open));
    }

    static void Analyze(OperationAnalysisContext context, BelaySymbols belay, ConcurrentBag<OpenStart> open)
    {
        var start = (IInvocationOperation)context.Operation;
        if (!IsStart(start, belay))
        {
            return;
        }

        var destination = Destination.Of(start);
        var name = start.Arguments.FirstOrDefault(Ownership.IsTaken)?.Value.Syntax.ToString() ?? start.TargetMethod.Name;
        var isDetached = start.TargetMethod.Name == "CreateTask" && !IsLookedAfter(destination);
        if (isDetached && GroupScope.Contains(start, belay))
        {
            context.ReportDiagnostic(Diagnostic.Create(_inGroup, start.Syntax.GetLocation(), name));
        }
        else if (Handles.IsUnseen(destination, belay))
        {
            context.ReportDiagnostic(Diagnostic.Create(_unseen, start.Syntax.GetLocation(), name));
        }
        else if (isDetached)
        {
            var function = Functions.Enclosing(start, context.ContainingSymbol);
            open.Add(new(function, Diagnostic.Create(_inGroupElsewhere, start.Syntax.GetLocation(), name)));
        }
    }

    static void ReportCalledFromGroups(
        CompilationAnalysisContext context, CallGraph graph, BelaySymbols belay, ConcurrentBag<OpenStart> open)
    {
        if (open.IsEmpty)
        {
            return;
        }

        var children = graph.Calls.Where(call => call.Relation == Relation.InGroup).Select(call => call.Callee);
        // Whoever is handed a group runs within it.
        var guests = open.Select(start => start.Function).Where(function => TakesGroup(function, belay));
        var inGroups = graph.RunFrom(children.Concat(guests));
        foreach (var (function, report) in open)
        {
            if (inGroups.Contains(function.OriginalDefinition))
            {
                context.ReportDiagnostic(report);
            }
        }
    }

    static bool TakesGroup(ISymbol function, BelaySymbols belay) =>
        function is IMethodSymbol method && method.Parameters.Any(parameter => BelaySymbols.Same(parameter.Type, belay.TaskGroup));

    /// <summary>A gathering, a shield and a thread-safe run start tasks of coroutines too; their outcome is that of the future they give.</summary>
    static bool IsStart(IInvocationOperation call, BelaySymbols belay) =>
        BelaySymbols.Same(call.TargetMethod.ContainingType, belay.Coro)
        && call.TargetMethod.Name is "CreateTask" or "RunThreadSafe" or "Gather" or "GatherOutcomes" or "Shield"
        && Ownership.HandsOver(call);

    /// <summary>It cannot outlive its starter: that awaits it on the spot, or ends it in a <c>finally</c>.</summary>
    static bool IsLookedAfter(Destination destination) => destination switch
    {
        { Fate: Fate.Awaited } => true,
        { Fate: Fate.Argument, Operation.Parent: IInvocationOperation { TargetMethod.Name: "WaitFor" } } => true,
        { Fate: Fate.Local, Symbol: { } local } => Variables.Reads(local, destination.Operation).Any(IsInFinally),
        _ => false,
    };

    static bool IsInFinally(IOperation read)
    {
        var child = read;
        for (var outer = read.Parent; outer is not null; child = outer, outer = outer.Parent)
        {
            if (outer is ITryOperation attempt && attempt.Finally == child)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A detached task, of which is not known yet whether it starts in a group.</summary>
    sealed record OpenStart(ISymbol Function, Diagnostic Report);
}
