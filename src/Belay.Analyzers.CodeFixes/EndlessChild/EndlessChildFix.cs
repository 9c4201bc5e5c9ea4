using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Belay.Analyzers.EndlessChild;

/// <summary>Has background tasks start it: those in scope, or new ones round the group.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class EndlessChildFix() : BelayCodeFix("BELAY003")
{
    const string Title = "Move it to BackgroundTasks";

    private protected override void Register(FixPlace place)
    {
        if (place.Node.FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax callee } start
            || start.ArgumentList.Arguments.Count > 2
            || start.ArgumentList.Arguments.Any(argument => argument.NameColon?.Name.Identifier.ValueText == "eager"))
        {
            return;
        }

        if (EnclosingFunction.InScope(place.Model, start.SpanStart, "BackgroundTasks") is { } tasks)
        {
            place.Offer(Title, callee.Expression, IdentifierName(tasks.Name).WithTriviaFrom(callee.Expression));
        }
        else if (Group(callee, place.Model) is { } group)
        {
            var name = FreeName.For(place.Model, group, "background", "backgroundTasks");
            var inner = group.ReplaceNode(callee.Expression, IdentifierName(name).WithTriviaFrom(callee.Expression));
            var outer = ParseExpression($"BackgroundTasks.Run(async {name} => await x)");
            var hole = outer.DescendantNodes().OfType<IdentifierNameSyntax>().First(identifier => identifier.Identifier.ValueText == "x");
            place.Offer(Title, group, outer.ReplaceNode(hole, inner.WithoutTrivia()).WithTriviaFrom(group).WithAdditionalAnnotations(Formatter.Annotation));
        }
    }

    /// <summary>The call of <c>TaskGroup.Run</c> whose body starts it.</summary>
    static InvocationExpressionSyntax? Group(MemberAccessExpressionSyntax callee, SemanticModel model)
    {
        if (model.GetSymbolInfo(callee.Expression).Symbol is not IParameterSymbol { DeclaringSyntaxReferences.Length: > 0 } parameter)
        {
            return null;
        }

        var lambda = parameter.DeclaringSyntaxReferences[0].GetSyntax().FirstAncestorOrSelf<LambdaExpressionSyntax>();
        return lambda?.Parent?.Parent?.Parent as InvocationExpressionSyntax;
    }
}
