using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.SharedState;

/// <summary>BELAY012: what siblings share is read or checked before an await and written after it, without a lock.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharedStateAnalyzer() : BelayAnalyzer(_rule)
{
    // Whether a function has siblings is known when all has been seen.
    static readonly DiagnosticDescriptor _rule = Rule.Create(
        "BELAY012",
        "Shared state is read before an await and written after it",
        "'{0}' is {1} before an await and written after it: what another task makes of it meanwhile is lost; hold a lock round both, or read it after the await",
        DiagnosticSeverity.Warning,
        WellKnownDiagnosticTags.CompilationEnd);

    private protected override void Start(CompilationStartAnalysisContext context, BelaySymbols belay)
    {
        var graph = new CallGraph(belay);
        graph.Register(context);
        var races = new ConcurrentBag<Race>();
        context.RegisterOperationAction(
            operation => Note(operation, belay, races, ReadModifyWrites.Find),
            OperationKind.SimpleAssignment, OperationKind.CompoundAssignment, OperationKind.CoalesceAssignment);
        context.RegisterOperationAction(operation => Note(operation, belay, races, ChecksThenActs.Find), OperationKind.Conditional);
        context.RegisterCompilationEndAction(end => Report(end, graph, races));
    }

    static void Note(OperationAnalysisContext context, BelaySymbols belay, ConcurrentBag<Race> races, Func<IOperation, ISymbol, Race?> find)
    {
        var function = Functions.Enclosing(context.Operation, context.ContainingSymbol);
        if (function.IsCoroutine(belay) && find(context.Operation, function) is { } race && !HeldLocks.At(race.Read, belay).Any())
        {
            races.Add(race);
        }
    }

    static void Report(CompilationAnalysisContext context, CallGraph graph, ConcurrentBag<Race> races)
    {
        foreach (var place in races.GroupBy(race => race.Write.Syntax))
        {
            var race = place.First();
            if (graph.RunsInMany(race.Function, race.State.Root is null))
            {
                context.ReportDiagnostic(Diagnostic.Create(_rule, race.Write.Syntax.GetLocation(), race.State.Name, race.How));
            }
        }
    }
}
