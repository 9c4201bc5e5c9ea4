using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Belay.Analyzers.DetachedTasks;

/// <summary>Starts the task in the group in scope, or with the background tasks in scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DetachedInGroupFix() : BelayCodeFix("BELAY004")
{
    private protected override void Register(FixPlace place)
    {
        if (place.Node is not InvocationExpressionSyntax { Expression: { } callee } call)
        {
            return;
        }

        if (EnclosingFunction.InScope(place.Model, call.SpanStart, "TaskGroup") is { } group)
        {
            place.Offer("Start it in the group", callee, Owned(callee, group));
        }

        // Those have no eager start.
        if (EnclosingFunction.InScope(place.Model, call.SpanStart, "BackgroundTasks") is { } tasks
            && call.ArgumentList.Arguments.Count < 3
            && call.ArgumentList.Arguments.All(argument => argument.NameColon?.Name.Identifier.ValueText != "eager"))
        {
            place.Offer("Start it in the background tasks", callee, Owned(callee, tasks));
        }
    }

    static ExpressionSyntax Owned(ExpressionSyntax callee, ISymbol owner) =>
        ParseExpression($"{owner.Name}.CreateTask").WithTriviaFrom(callee);
}
