using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Belay.Analyzers.UnprotectedLock;

/// <summary>Takes it with <c>using</c>, up to the release that there is, or to the end of the block.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnprotectedLockFix() : BelayCodeFix("BELAY014")
{
    private protected override void Register(FixPlace place)
    {
        if (place.Node.FirstAncestorOrSelf<AwaitExpressionSyntax>() is not { } wait
            || wait.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax block } statement)
        {
            return;
        }

        var taken = Released(wait);
        if (statement is LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } declaration)
        {
            // A releaser that is disposed of twice releases once, so its Dispose may stay. A Release of the lock would be one too many.
            if (taken is null || !block.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => IsRelease(call, taken)))
            {
                place.Offer("Take it with using", statement, Using(declaration));
            }
        }
        else if (statement is ExpressionStatementSyntax { Expression: var expression }
            && (expression == wait || expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } })
            && taken is not null)
        {
            Offer(place, block, statement, wait, taken);
        }
    }

    static void Offer(FixPlace place, BlockSyntax block, StatementSyntax statement, AwaitExpressionSyntax wait, string taken)
    {
        var start = block.Statements.IndexOf(statement);
        var releases = block.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => IsRelease(call, taken) && call.SpanStart > statement.Span.End).ToArray();
        if (releases.Length == 0)
        {
            var name = FreeName.For(place.Model, block, "held", "lockHeld");
            var declaration = LocalDeclarationStatement(VariableDeclaration(
                IdentifierName("var").WithTrailingTrivia(Space),
                SingletonSeparatedList(VariableDeclarator(Identifier(name).WithTrailingTrivia(Space)).WithInitializer(
                    EqualsValueClause(wait.WithoutTrivia()).WithEqualsToken(Token(SyntaxKind.EqualsToken).WithTrailingTrivia(Space))))));
            place.Offer("Take it with using", statement, Using(declaration).WithTriviaFrom(statement));
            return;
        }

        var end = block.Statements.IndexOf(other => other is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } && call == releases[0]);
        if (releases.Length != 1 || end <= start)
        {
            return;
        }

        var held = block.Statements.Skip(start + 1).Take(end - start - 1).ToArray();
        if (held.Length > 0 && place.Model.AnalyzeDataFlow(held[0], held[held.Length - 1]) is { Succeeded: true } flow
            && flow.VariablesDeclared.Any(variable => flow.ReadOutside.Contains(variable) || flow.WrittenOutside.Contains(variable)))
        {
            return;
        }

        var inner = Block(held).WithAdditionalAnnotations(Formatter.Annotation);
        var protectedBlock = UsingStatement(null, wait.WithoutTrivia(), inner).WithTriviaFrom(statement).WithAdditionalAnnotations(Formatter.Annotation);
        var statements = block.Statements.Take(start).Append(protectedBlock).Concat(block.Statements.Skip(end + 1));
        place.Offer("Take it with using", block, block.WithStatements(List(statements)));
    }

    static LocalDeclarationStatementSyntax Using(LocalDeclarationStatementSyntax declaration) =>
        declaration.WithoutLeadingTrivia()
            .WithUsingKeyword(Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(Space))
            .WithLeadingTrivia(declaration.GetLeadingTrivia());

    /// <summary>The text of what is acquired.</summary>
    static string? Released(AwaitExpressionSyntax wait) =>
        wait.DescendantNodes().OfType<MemberAccessExpressionSyntax>().FirstOrDefault(access => access.Name.Identifier.ValueText == "AcquireAsync")?.Expression.ToString();

    static bool IsRelease(InvocationExpressionSyntax call, string taken) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Release" } access && access.Expression.ToString() == taken;
}
