using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Belay.Analyzers.CleanupAwait;

/// <summary>Puts all of a finally, or of a catch what leads up to its throw, into a <c>Coro.Cleanup</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CleanupAwaitFix() : BelayCodeFix("BELAY005")
{
    private protected override void Register(FixPlace place)
    {
        var part = place.Node.Ancestors().FirstOrDefault(outer => outer is FinallyClauseSyntax or CatchClauseSyntax);
        var block = part is FinallyClauseSyntax ending ? ending.Block : ((CatchClauseSyntax?)part)?.Block;
        if (block is null || Movable(place.Model, block) is not { Length: > 0 } moved)
        {
            return;
        }

        // A break among them stands for its own line in a source of many lines.
        var isOneLine = block.GetLocation().GetLineSpan() is var lines && lines.StartLinePosition.Line == lines.EndLinePosition.Line;
        var statement = Wrapped(moved, isOneLine).WithTrailingTrivia(moved[moved.Length - 1].GetTrailingTrivia());
        var rest = block.Statements.Skip(moved.Length);
        place.Offer("Put it into Coro.Cleanup", block, block.WithStatements(List(rest.Prepend(statement))));
    }

    /// <summary>All statements but a throw or return at the end; none if they cannot stand in a lambda.</summary>
    static StatementSyntax[] Movable(SemanticModel model, BlockSyntax block)
    {
        var moved = block.Statements.TakeWhile(statement => statement is not (ThrowStatementSyntax or ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax)).ToArray();
        var rest = block.Statements.Skip(moved.Length).ToArray();
        if (moved.Length == 0
            || rest.Any(statement => statement.DescendantNodes().OfType<AwaitExpressionSyntax>().Any())
            || rest.Length > 1
            || moved.Any(statement => statement.DescendantNodesAndSelf().Any(node => node is YieldStatementSyntax or ThrowStatementSyntax { Expression: null })))
        {
            return [];
        }

        var control = model.AnalyzeControlFlow(moved[0], moved[moved.Length - 1]);
        var data = model.AnalyzeDataFlow(moved[0], moved[moved.Length - 1]);
        var isClosed = control is { Succeeded: true, ExitPoints.IsEmpty: true }
            && data is { Succeeded: true }
            && !data.VariablesDeclared.Any(variable => data.ReadOutside.Contains(variable))
            && !data.ReadInside.Concat(data.WrittenInside).Any(IsByReference)
            && !data.DefinitelyAssignedOnExit.Except(data.DefinitelyAssignedOnEntry, SymbolEqualityComparer.Default).Any(variable => !data.VariablesDeclared.Contains(variable!));
        return isClosed ? moved : [];
    }

    static bool IsByReference(ISymbol variable) => variable is ILocalSymbol { IsRef: true } or IParameterSymbol { RefKind: not RefKind.None };

    static StatementSyntax Wrapped(StatementSyntax[] moved, bool isOneLine)
    {
        if (isOneLine)
        {
            var text = string.Concat(moved.Select(statement => statement.ToFullString())).Trim();
            return ParseStatement($"await Coro.Cleanup(TimeSpan.FromSeconds(5), async () => {{ {text} }});");
        }

        var first = moved[0];
        var indent = first.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
        var line = first.SyntaxTree.GetText().Lines[0];
        var newLine = line.EndIncludingLineBreak - line.End == 2 ? "\r\n" : "\n";
        var body = string.Concat(moved.Select(statement => statement.ToFullString())).TrimEnd();
        var deeper = string.Join("\n", body.Split('\n').Select(row => row.Trim().Length == 0 ? row : "    " + row));
        return ParseStatement($"{indent}await Coro.Cleanup(TimeSpan.FromSeconds(5), async () =>{newLine}{indent}{{{newLine}{deeper}{newLine}{indent}}});");
    }
}
