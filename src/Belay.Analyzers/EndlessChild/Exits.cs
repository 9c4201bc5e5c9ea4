using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Belay.Analyzers.EndlessChild;

/// <summary>Ways out of loops, by their syntax. Those that only a cancellation takes are none.</summary>
static class Exits
{
    public static bool OfLoop(StatementSyntax body) => Leaves(body, inBreakable: false);

    /// <summary>Whether the statement may leave the function: what comes after it may never be reached.</summary>
    public static bool Leaves(StatementSyntax statement) => Leaves(statement, inBreakable: true);

    /// <summary>Whether a handler may end, quietly, what goes on in the block: then the block's life is not all there is.</summary>
    public static bool IsSwallowing(TryStatementSyntax attempt) =>
        attempt.Catches.Any(handler => !IsForCancellation(handler) && !handler.Block.Statements.Any(statement => statement.IsKind(SyntaxKind.ThrowStatement)));

    static bool Leaves(SyntaxNode node, bool inBreakable)
    {
        switch (node)
        {
            case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                return false;
            case CatchClauseSyntax handler when IsForCancellation(handler):
                return false;
            case ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or GotoStatementSyntax:
                return true;
            case YieldStatementSyntax yield:
                return yield.IsKind(SyntaxKind.YieldBreakStatement);
            case BreakStatementSyntax:
                return !inBreakable;
            case WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or SwitchStatementSyntax:
                inBreakable = true;
                break;
        }

        foreach (var child in node.ChildNodes())
        {
            if (Leaves(child, inBreakable))
            {
                return true;
            }
        }

        return false;
    }

    static bool IsForCancellation(CatchClauseSyntax handler) =>
        handler.Declaration?.Type is { } type && type.ToString().Split('.').Last() is "OperationCanceledException" or "CancelledException" or "TaskCanceledException";
}
