using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Belay.Analyzers.SwallowedCancellation;

/// <summary>BELAY002: a catch round an await takes the task's cancellation and does not pass it on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwallowedCancellationAnalyzer() : BelayAnalyzer(_rule)
{
    static readonly DiagnosticDescriptor _rule = Rule.Create(
        "BELAY002",
        "A catch swallows the task's cancellation",
        "When the task is cancelled in this try, catch ({0}) takes that and {1}. Leave it out with when (e is not OperationCanceledException), or end with throw;.",
        DiagnosticSeverity.Warning);

    private protected override void Start(CompilationStartAnalysisContext context, BelaySymbols belay) =>
        context.RegisterOperationAction(operation => Analyze(operation, belay), OperationKind.CatchClause);

    static void Analyze(OperationAnalysisContext context, BelaySymbols belay)
    {
        var handler = (ICatchClauseOperation)context.Operation;
        if (handler.Parent is not ITryOperation block
            || !CancellationCatch.MayTake(handler.ExceptionType, belay)
            || !handler.RunsInTask(context.ContainingSymbol, belay)
            || Functions.Awaits(block.Body) is not { Count: > 0 } awaits
            || !CancellationCatch.Takes(handler, block, belay)
            || PassedOn.In(handler, belay) is not { } what
            || OwnStop.IsAllThatIsAwaited(handler, awaits, belay)
            || belay.IsInCleanup(handler))
        {
            return;
        }

        var name = handler.ExceptionType is { SpecialType: not SpecialType.System_Object } type ? type.Name : nameof(Exception);
        context.ReportDiagnostic(Diagnostic.Create(_rule, Header((CatchClauseSyntax)handler.Syntax), name, what));
    }

    static Location Header(CatchClauseSyntax syntax) =>
        Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(syntax.CatchKeyword.SpanStart, (syntax.Declaration?.Span ?? syntax.CatchKeyword.Span).End));
}
