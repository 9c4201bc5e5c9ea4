using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Belay.Analyzers;

/// <summary>What fixes ask of the function round a piece of code.</summary>
static class EnclosingFunction
{
    /// <summary>Whether an await may stand there.</summary>
    public static bool IsAsync(SyntaxNode node)
    {
        foreach (var outer in node.Ancestors())
        {
            switch (outer)
            {
                case AnonymousFunctionExpressionSyntax lambda:
                    return lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax local:
                    return local.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MemberDeclarationSyntax member and not GlobalStatementSyntax:
                    return member.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case GlobalStatementSyntax or LockStatementSyntax:
                    return outer is GlobalStatementSyntax;
            }
        }

        return false;
    }

    /// <summary>The innermost local variable or parameter in scope whose type is that class of Belay's; null if there is none.</summary>
    public static ISymbol? InScope(SemanticModel model, int position, string belayType)
    {
        ISymbol? best = null;
        foreach (var symbol in model.LookupSymbols(position))
        {
            var type = symbol switch
            {
                ILocalSymbol local => local.Type,
                IParameterSymbol parameter => parameter.Type,
                _ => null,
            };
            if (type is { ContainingNamespace: { Name: "Belay", ContainingNamespace.IsGlobalNamespace: true } }
                && type.Name == belayType
                && Start(symbol) is { } start && start < position
                && (best is null || Start(best) < start))
            {
                best = symbol;
            }
        }

        return best;
    }

    static int? Start(ISymbol symbol) => symbol.Locations.FirstOrDefault()?.SourceSpan.Start;
}
