using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Belay.Analyzers.CoroutineNeverUsed;

/// <summary>Awaits the coroutine where it is made, or gives it to the group in scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CoroutineNeverUsedFix() : BelayCodeFix("BELAY001")
{
    private protected override void Register(FixPlace place)
    {
        if (place.Node is not ExpressionSyntax made || made is ConditionalAccessExpressionSyntax || place.Model.GetTypeInfo(made).Type is not INamedTypeSymbol type)
        {
            return;
        }

        var isOne = type is { Name: "Coro", ContainingNamespace.Name: "Belay" };
        var value = Outermost(made);
        var statement = Holder(value);
        if (EnclosingFunction.IsAsync(made) && Awaited(made, value, type, isOne) is { } awaited)
        {
            if (type.TypeArguments.Length > 0)
            {
                place.Offer("Await it", made, awaited);
            }
            else if (statement is not null)
            {
                place.Offer("Await it", statement, Statement(statement, awaited));
            }
        }

        if (isOne && statement is not null && EnclosingFunction.InScope(place.Model, made.SpanStart, "TaskGroup") is { } group)
        {
            var create = MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, IdentifierName(group.Name), IdentifierName("CreateTask"));
            var call = InvocationExpression(create, ArgumentList(SingletonSeparatedList(Argument(value.WithoutTrivia()))));
            place.Offer("Give it to the group", statement, Statement(statement, call));
        }
    }

    /// <summary>The await, of the coroutine or of all of a sequence; null where it is neither.</summary>
    static ExpressionSyntax? Awaited(ExpressionSyntax made, ExpressionSyntax value, INamedTypeSymbol type, bool isOne)
    {
        if (isOne)
        {
            // Without a result there is nothing but the await to be left of the statement.
            return Await(type.TypeArguments.Length > 0 ? made : value);
        }

        if (type is not { Name: "IEnumerable" or "List", TypeArguments.Length: 1 } || type.TypeArguments[0].Name != "Coro")
        {
            return null;
        }

        var gather = MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, IdentifierName("Coro"), IdentifierName("Gather"));
        return Await(InvocationExpression(gather, ArgumentList(SingletonSeparatedList(Argument(made.WithoutTrivia()))))).WithTriviaFrom(made);
    }

    static AwaitExpressionSyntax Await(ExpressionSyntax value)
    {
        var operand = value.WithoutTrivia();
        return AwaitExpression(operand is ConditionalExpressionSyntax or SwitchExpressionSyntax or BinaryExpressionSyntax ? ParenthesizedExpression(operand) : operand)
            .WithTriviaFrom(value)
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>Past conditional expressions and parentheses, as the analyzer looks.</summary>
    static ExpressionSyntax Outermost(ExpressionSyntax made)
    {
        var value = made;
        while (value.Parent is ExpressionSyntax outer
            && outer is ParenthesizedExpressionSyntax or ConditionalExpressionSyntax or CastExpressionSyntax)
        {
            value = outer;
        }

        return value;
    }

    /// <summary>The statement that does nothing else with the value: the whole of it can be replaced.</summary>
    static StatementSyntax? Holder(ExpressionSyntax value) => value.Parent switch
    {
        ExpressionStatementSyntax statement => statement,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax statement } => statement,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } declarator }
            when !IsMentioned(declarator) => statement,
        _ => null,
    };

    static bool IsMentioned(VariableDeclaratorSyntax declarator) =>
        declarator.FirstAncestorOrSelf<BlockSyntax>() is not { } block
        || block.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == declarator.Identifier.ValueText);

    static StatementSyntax Statement(StatementSyntax old, ExpressionSyntax expression) =>
        ExpressionStatement(expression.WithoutTrivia()).WithTriviaFrom(old).WithAdditionalAnnotations(Formatter.Annotation);
}
