using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Belay.Analyzers.SwallowedCancellation;

/// <summary>Leaves cancellations out of a catch that is for failures, or throws them on at its end.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SwallowedCancellationFix() : BelayCodeFix("BELAY002")
{
    private protected override void Register(FixPlace place)
    {
        if (place.Node.FirstAncestorOrSelf<CatchClauseSyntax>() is not { } handler)
        {
            return;
        }

        if (!IsForCancellation(place.Model, handler))
        {
            place.Offer("Leave cancellation out", handler, Filtered(place.Model, handler));
        }

        if (Rethrowing(place.Model, handler.Block) is { } block)
        {
            place.Offer("Throw it on", handler.Block, block);
        }
    }

    static bool IsForCancellation(SemanticModel model, CatchClauseSyntax handler) =>
        handler.Declaration is { Type: { } name }
        && model.GetTypeInfo(name).Type is { } type
        && type.Name is "CancelledException" or "OperationCanceledException" or "TaskCanceledException";

    static CatchClauseSyntax Filtered(SemanticModel model, CatchClauseSyntax handler)
    {
        var name = handler.Declaration is { Identifier: { RawKind: not 0 } given } ? given.ValueText : FreeName.For(model, handler, "e", "error", "exception");
        var test = ParseExpression($"{name} is not OperationCanceledException");
        var declaration = handler.Declaration is { } old
            ? old.WithType(old.Type.WithoutTrivia().WithTrailingTrivia(Space)).WithIdentifier(Identifier(name))
            : CatchDeclaration(IdentifierName("Exception").WithTrailingTrivia(Space), Identifier(name)).WithLeadingTrivia(Space);
        var condition = handler.Filter is { FilterExpression: var former }
            ? BinaryExpression(SyntaxKind.LogicalAndExpression, Spaced(Operand(former)), Token(SyntaxKind.AmpersandAmpersandToken).WithTrailingTrivia(Space), test)
            : test;
        var filter = CatchFilterClause(
            Token(SyntaxKind.WhenKeyword).WithTrailingTrivia(Space), Token(SyntaxKind.OpenParenToken), condition, Token(SyntaxKind.CloseParenToken));
        var end = (handler.Filter is { } filtered ? filtered.GetTrailingTrivia() : handler.Declaration?.GetTrailingTrivia()) ?? handler.CatchKeyword.TrailingTrivia;
        return handler
            .WithCatchKeyword(handler.CatchKeyword.WithTrailingTrivia(handler.Declaration is null ? default : handler.CatchKeyword.TrailingTrivia))
            .WithDeclaration(declaration.WithTrailingTrivia(Space))
            .WithFilter(filter.WithTrailingTrivia(end));
    }

    static ExpressionSyntax Spaced(ExpressionSyntax expression) => expression.WithTrailingTrivia(Space);

    static ExpressionSyntax Operand(ExpressionSyntax filter) =>
        filter.IsKind(SyntaxKind.LogicalOrExpression) || filter is ConditionalExpressionSyntax or AssignmentExpressionSyntax
            ? ParenthesizedExpression(filter.WithoutTrivia())
            : filter.WithoutTrivia();

    /// <summary>With a throw where the block comes to its end, or in the place of a last statement that leaves it; null where neither helps.</summary>
    static BlockSyntax? Rethrowing(SemanticModel model, BlockSyntax block)
    {
        var rethrow = ThrowStatement().WithAdditionalAnnotations(Formatter.Annotation);
        if (block.Statements.Count == 0)
        {
            return block.AddStatements(ThrowStatement().WithTrailingTrivia(block.OpenBraceToken.TrailingTrivia));
        }

        var flow = model.AnalyzeControlFlow(block.Statements[0], block.Statements[block.Statements.Count - 1]);
        var last = block.Statements[block.Statements.Count - 1];
        if (flow is not { Succeeded: true })
        {
            return null;
        }

        if (flow.EndPointIsReachable && flow.ExitPoints.IsEmpty)
        {
            return block.WithStatements(block.Statements.Add(rethrow.WithLeadingTrivia(last.GetLeadingTrivia()).WithTrailingTrivia(last.GetTrailingTrivia())));
        }

        var isOnlyWayOut = last is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax && flow.ExitPoints.Length == 1
            || last is ThrowStatementSyntax { Expression: not null } && flow.ExitPoints.IsEmpty;
        return isOnlyWayOut ? block.ReplaceNode(last, rethrow.WithTriviaFrom(last)) : null;
    }
}
