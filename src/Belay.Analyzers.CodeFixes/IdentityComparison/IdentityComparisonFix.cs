using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Belay.Analyzers.IdentityComparison;

/// <summary>Compares with the <c>Equals</c> that takes null on either side.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class IdentityComparisonFix() : BelayCodeFix("BELAY013")
{
    private protected override void Register(FixPlace place)
    {
        if (place.Node is not BinaryExpressionSyntax comparison)
        {
            return;
        }

        // Said to be object's: the class may have an Equals of two arguments that is another one.
        var equals = MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, PredefinedType(Token(SyntaxKind.ObjectKeyword)), IdentifierName(nameof(Equals)));
        var arguments = SeparatedList([Argument(comparison.Left.WithoutTrivia()), Argument(comparison.Right.WithoutTrivia())]);
        ExpressionSyntax call = InvocationExpression(equals, ArgumentList(arguments));
        if (comparison.IsKind(SyntaxKind.NotEqualsExpression))
        {
            call = PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, call);
        }

        place.Offer("Compare with Equals", comparison, call.WithTriviaFrom(comparison).WithAdditionalAnnotations(Formatter.Annotation));
    }
}
