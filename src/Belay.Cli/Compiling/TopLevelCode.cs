using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Belay.Cli;

/// <summary>What the statements at the top level of a file make of the method that they become.</summary>
/// <param name="Awaits">Whether it is a coroutine.</param>
/// <param name="ReturnsValue">Whether it returns the exit code.</param>
sealed record TopLevelCode(bool Awaits, bool ReturnsValue)
{
    /// <summary>Null if there are none.</summary>
    internal static TopLevelCode? Of(CompilationUnitSyntax syntax)
    {
        var statements = syntax.Members.OfType<GlobalStatementSyntax>().ToArray();
        if (statements.Length == 0) return null;
        var nodes = statements.SelectMany(statement => statement.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))).ToArray();
        return new TopLevelCode(nodes.Any(IsAwait), nodes.Any(node => node is ReturnStatementSyntax { Expression: not null }));
    }

    internal string ReturnType => (Awaits, ReturnsValue) switch
    {
        (true, true) => "async global::Belay.Coro<int>",
        (true, false) => "async global::Belay.Coro",
        (false, true) => "int",
        (false, false) => "void",
    };

    static bool IsAwait(SyntaxNode node) => node switch
    {
        AwaitExpressionSyntax => true,
        CommonForEachStatementSyntax each => each.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword),
        UsingStatementSyntax block => block.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword),
        LocalDeclarationStatementSyntax local => local.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword),
        _ => false,
    };
}
