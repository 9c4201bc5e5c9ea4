using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Belay.Analyzers.CleanupAwait;

/// <summary>BELAY005: a further cancellation interrupts what cleans up.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CleanupAwaitAnalyzer() : BelayAnalyzer(_rule)
{
    static readonly DiagnosticDescriptor _rule = Rule.Create(
        "BELAY005",
        "An await that cleans up can be interrupted",
        "A further cancellation interrupts this await in {0}, and what is left of the cleaning up does not happen. Put it into Coro.Cleanup.",
        DiagnosticSeverity.Info);

    private protected override void Start(CompilationStartAnalysisContext context, BelaySymbols belay) =>
        context.RegisterOperationAction(operation => Analyze(operation, belay), OperationKind.Try);

    static void Analyze(OperationAnalysisContext context, BelaySymbols belay)
    {
        var block = (ITryOperation)context.Operation;
        if (block.Finally is { } ending)
        {
            Report(context, block, ending, "finally", belay);
        }

        foreach (var handler in block.Catches)
        {
            if (CancellationCatch.MayTake(handler.ExceptionType, belay) && CancellationCatch.Takes(handler, block, belay) && Functions.Awaits(block.Body).Count > 0)
            {
                Report(context, block, handler.Handler, "a catch that takes cancellation", belay);
            }
        }
    }

    /// <summary>One report for each block, at its first await: they are put into one Cleanup together.</summary>
    static void Report(OperationAnalysisContext context, ITryOperation block, IOperation cleaning, string where, BelaySymbols belay)
    {
        var first = Functions.Awaits(cleaning)
            .Where(wait => IsInterrupted(wait, belay) && !IsInInner(wait, cleaning))
            .OrderBy(wait => wait.Syntax.SpanStart)
            .FirstOrDefault();
        if (first is not null && block.RunsInTask(context.ContainingSymbol, belay) && !belay.IsInCleanup(block))
        {
            context.ReportDiagnostic(Diagnostic.Create(_rule, Place(first), where));
        }
    }

    static bool IsInterrupted(IOperation wait, BelaySymbols belay) => wait switch
    {
        IAwaitOperation { Operation: IInvocationOperation { TargetMethod: { Name: "Cleanup", ContainingType: var type } } } => !BelaySymbols.Same(type, belay.Coro),
        IAwaitOperation or IForEachLoopOperation => true,
        // What await using disposes of is what decides how.
        _ => false,
    };

    /// <summary>A finally in a finally has its own report.</summary>
    static bool IsInInner(IOperation wait, IOperation cleaning)
    {
        for (IOperation current = wait; current.Parent is { } parent && current != cleaning; current = parent)
        {
            if (parent is ITryOperation inner && inner.Finally == current)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Of a loop only its head.</summary>
    static Location Place(IOperation wait) => wait.Syntax is CommonForEachStatementSyntax loop
        ? Location.Create(loop.SyntaxTree, TextSpan.FromBounds(loop.SpanStart, loop.CloseParenToken.Span.End))
        : wait.Syntax.GetLocation();
}
