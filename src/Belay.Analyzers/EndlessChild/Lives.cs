using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.EndlessChild;

/// <summary>Finds out by its source how long a coroutine lives. By its syntax: it may be in another file, of which there are no operations here.</summary>
static class Lives
{
    public static Life Of(IInvocationOperation work, CancellationToken cancellationToken) =>
        CallGraph.Callee(work) is { } function ? Of(function, work.SemanticModel, depth: 0, cancellationToken) : Life.Ends;

    static Life Of(IMethodSymbol function, SemanticModel? model, int depth, CancellationToken cancellationToken)
    {
        foreach (var reference in function.DeclaringSyntaxReferences)
        {
            if (Body(reference.GetSyntax(cancellationToken)) is { } body)
            {
                return OfBody(body, body.SyntaxTree == model?.SyntaxTree ? model : null, depth, cancellationToken);
            }
        }

        return Life.Ends;
    }

    static SyntaxNode? Body(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody?.Expression,
        LocalFunctionStatementSyntax local => (SyntaxNode?)local.Body ?? local.ExpressionBody?.Expression,
        AnonymousFunctionExpressionSyntax lambda => lambda.Body,
        _ => null,
    };

    static Life OfBody(SyntaxNode body, SemanticModel? model, int depth, CancellationToken cancellationToken)
    {
        switch (body)
        {
            case BlockSyntax block:
                // What comes first in the order of its statements, and is endless, is so for all of it; unless one before it leaves.
                var life = Life.Ends;
                foreach (var statement in block.Statements)
                {
                    var own = OfStatement(statement, model, depth, cancellationToken);
                    life = own > life ? own : life;
                    if (life == Life.Endless || Exits.Leaves(statement))
                    {
                        return life;
                    }
                }

                return life;
            case ExpressionSyntax expression:
                return OfExpression(expression, model, depth, cancellationToken);
            default:
                return Life.Ends;
        }
    }

    static Life OfStatement(StatementSyntax statement, SemanticModel? model, int depth, CancellationToken cancellationToken) => statement switch
    {
        WhileStatementSyntax loop when IsForEver(loop.Condition) => OfLoop(loop.Statement),
        DoStatementSyntax loop when IsForEver(loop.Condition) => OfLoop(loop.Statement),
        ForStatementSyntax loop when loop.Condition is null || IsForEver(loop.Condition) => OfLoop(loop.Statement),
        ForEachStatementSyntax loop when loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword) && IsCallOf(loop.Expression, "ReadAllAsync") =>
            Exits.OfLoop(loop.Statement) ? Life.Ends : Life.UntilShutDown,
        BlockSyntax block => OfBody(block, model, depth, cancellationToken),
        UsingStatementSyntax holder => OfStatement(holder.Statement, model, depth, cancellationToken),
        TryStatementSyntax attempt when !Exits.IsSwallowing(attempt) => OfBody(attempt.Block, model, depth, cancellationToken),
        ExpressionStatementSyntax { Expression: AwaitExpressionSyntax wait } => OfExpression(wait, model, depth, cancellationToken),
        ReturnStatementSyntax { Expression: { } value } => OfExpression(value, model, depth, cancellationToken),
        _ => Life.Ends,
    };

    static Life OfLoop(StatementSyntax body)
    {
        if (Exits.OfLoop(body))
        {
            return Life.Ends;
        }

        return body.DescendantNodes().OfType<ExpressionSyntax>().Any(call => IsCallOf(call, "GetAsync") || IsCallOf(call, "PutAsync")) ? Life.UntilShutDown : Life.Endless;
    }

    /// <summary>It hands itself over to another coroutine, which is looked at if it is in the same file.</summary>
    static Life OfExpression(ExpressionSyntax expression, SemanticModel? model, int depth, CancellationToken cancellationToken)
    {
        var inner = expression is AwaitExpressionSyntax wait ? wait.Expression : expression;
        return depth < 4 && inner is InvocationExpressionSyntax && model?.GetSymbolInfo(inner, cancellationToken).Symbol is IMethodSymbol callee
            ? Of(callee.OriginalDefinition, model, depth + 1, cancellationToken)
            : Life.Ends;
    }

    // To ask for the cancellation is no other way out.
    static bool IsForEver(ExpressionSyntax condition) => condition switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.TrueLiteralExpression),
        ParenthesizedExpressionSyntax inner => IsForEver(inner.Expression),
        PrefixUnaryExpressionSyntax { Operand: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCancellationRequested" } } not => not.IsKind(SyntaxKind.LogicalNotExpression),
        _ => false,
    };

    static bool IsCallOf(ExpressionSyntax expression, string name) =>
        expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } && access.Name.Identifier.ValueText == name;
}
