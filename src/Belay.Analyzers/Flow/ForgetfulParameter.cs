using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers;

/// <summary>Finds arguments that are lost because the method that takes them never looks at that parameter, as a <c>Forget()</c> does.</summary>
static class ForgetfulParameter
{
    /// <summary>Whether the method's source is there and makes nothing of the parameter.</summary>
    public static bool IsIgnored(IArgumentOperation argument)
    {
        // Another override of it might.
        if (argument.Parameter is not { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol { IsVirtual: false, IsAbstract: false, IsOverride: false } } parameter)
        {
            return false;
        }

        foreach (var reference in parameter.ContainingSymbol.DeclaringSyntaxReferences)
        {
            if (Body(reference.GetSyntax()) is { } body)
            {
                return !body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == parameter.Name && !IsDiscarded(name));
            }
        }

        return false;
    }

    static SyntaxNode? Body(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
        LocalFunctionStatementSyntax local => (SyntaxNode?)local.Body ?? local.ExpressionBody,
        _ => null,
    };

    static bool IsDiscarded(IdentifierNameSyntax name) =>
        name.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } assignment
        && assignment.Right == name
        && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression);
}
