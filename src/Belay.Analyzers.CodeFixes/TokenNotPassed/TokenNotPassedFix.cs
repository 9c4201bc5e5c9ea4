using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Belay.Analyzers.TokenNotPassed;

/// <summary>Passes the task's token.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TokenNotPassedFix() : BelayCodeFix("BELAY011")
{
    private protected override void Register(FixPlace place)
    {
        if (place.Node.FirstAncestorOrSelf<ExpressionSyntax>() is not InvocationExpressionSyntax call)
        {
            return;
        }

        var token = ParseExpression("Coro.Token");
        var before = call.ArgumentList.Arguments.Count > 0 ? TriviaList(Space) : default;
        foreach (var name in new[] { null, "cancellationToken", "token", "ct" })
        {
            var argument = Argument(token);
            if (name is not null)
            {
                argument = argument.WithNameColon(NameColon(IdentifierName(name), Token(SyntaxKind.ColonToken).WithTrailingTrivia(Space)));
            }

            var arguments = call.ArgumentList.Arguments.Add(argument.WithLeadingTrivia(before));
            var changed = call.WithArgumentList(call.ArgumentList.WithArguments(arguments));
            if (Takes(place.Model, call, changed))
            {
                place.Offer("Pass Coro.Token", call, changed);
                return;
            }
        }
    }

    /// <summary>Whether the call, with the argument, is one of a method that has a parameter for it, and gives what can stand there.</summary>
    static bool Takes(SemanticModel model, InvocationExpressionSyntax call, InvocationExpressionSyntax changed) =>
        model.GetSpeculativeSymbolInfo(call.SpanStart, changed, SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol method
        && method.Parameters.Any(parameter => parameter.Type is { Name: nameof(CancellationToken) })
        && (SymbolEqualityComparer.Default.Equals(method.ReturnType, model.GetTypeInfo(call).Type) || call.Parent is AwaitExpressionSyntax);
}
