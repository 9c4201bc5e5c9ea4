using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Belay.Analyzers.BlockingCall;

/// <summary>Awaits the counterpart of a blocking call, or has another thread make it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BlockingCallFix() : BelayCodeFix("BELAY007")
{
    private protected override void Register(FixPlace place)
    {
        if (place.Node is not ExpressionSyntax blocking || !EnclosingFunction.IsAsync(blocking) || blocking.Parent is ConditionalAccessExpressionSyntax)
        {
            return;
        }

        if (Counterpart(place.Model, blocking) is { } awaited)
        {
            place.Offer("Await it", blocking, Awaited(blocking, awaited));
        }
        else if (blocking is InvocationExpressionSyntax && CanMove(place.Model, blocking))
        {
            var work = ParenthesizedLambdaExpression(blocking.WithoutTrivia()).WithArrowToken(Token(SyntaxKind.EqualsGreaterThanToken).WithLeadingTrivia(Space).WithTrailingTrivia(Space));
            place.Offer("Run it on another thread", blocking, Awaited(blocking, Call(ParseExpression("Coro.ToThread"), [Argument(work)])));
        }
    }

    static ExpressionSyntax Awaited(ExpressionSyntax blocking, ExpressionSyntax operand)
    {
        ExpressionSyntax awaited = AwaitExpression(operand.WithoutTrivia());
        var isReceiver = blocking.Parent is MemberAccessExpressionSyntax access && access.Expression == blocking
            || blocking.Parent is ElementAccessExpressionSyntax;
        return (isReceiver ? ParenthesizedExpression(awaited) : awaited).WithTriviaFrom(blocking).WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>What to await in its place; null if there is nothing that means the same.</summary>
    static ExpressionSyntax? Counterpart(SemanticModel model, ExpressionSyntax blocking)
    {
        if (model.GetSymbolInfo(blocking).Symbol is not { } member)
        {
            return null;
        }

        switch (blocking, member.ContainingType?.Name, member.Name)
        {
            case (MemberAccessExpressionSyntax result, _, "Result"):
                return result.Expression;
            case (InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax wait }, "Task", "Wait"):
                return wait.Expression;
            case (InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter" } awaiter } } }, _, "GetResult"):
                return awaiter.Expression;
            case (InvocationExpressionSyntax call, "Thread", "Sleep"):
                return Sleep(model, call);
            case (InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax all } call, "Task", "WaitAll") when IsOnlyTasks(model, call):
                return call.WithExpression(all.WithName(IdentifierName("WhenAll")));
            case (InvocationExpressionSyntax call, _, _):
                return Namesake(model, call);
            default:
                return null;
        }
    }

    static ExpressionSyntax? Sleep(SemanticModel model, InvocationExpressionSyntax call)
    {
        if (call.ArgumentList.Arguments is not { Count: 1 } arguments)
        {
            return null;
        }

        var duration = arguments[0].Expression;
        if (model.GetTypeInfo(duration).Type?.SpecialType == SpecialType.System_Int32)
        {
            duration = Call(ParseExpression("TimeSpan.FromMilliseconds"), [Argument(duration)]);
        }

        return Call(ParseExpression("Coro.Sleep"), [Argument(duration)]);
    }

    static bool IsOnlyTasks(SemanticModel model, InvocationExpressionSyntax call) =>
        call.Parent is ExpressionStatementSyntax
        && call.ArgumentList.Arguments.All(argument => model.GetTypeInfo(argument.Expression).Type is { } type
            && (type.Name == "Task" || type is IArrayTypeSymbol || type is INamedTypeSymbol { IsGenericType: true }));

    /// <summary>The same call of the method whose name ends with Async, if that takes the same arguments and gives the same.</summary>
    static ExpressionSyntax? Namesake(SemanticModel model, InvocationExpressionSyntax call)
    {
        SimpleNameSyntax? name = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        if (name is null)
        {
            return null;
        }

        var awaited = call.ReplaceNode(name, name.WithIdentifier(Identifier(name.Identifier.ValueText + "Async").WithTriviaFrom(name.Identifier)));
        var bound = model.GetSpeculativeSymbolInfo(call.SpanStart, awaited, SpeculativeBindingOption.BindAsExpression).Symbol as IMethodSymbol;
        var before = model.GetTypeInfo(call).Type;
        var gives = bound?.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask" } task ? task : null;
        var isSame = gives is { TypeArguments.Length: 0 }
            ? before?.SpecialType == SpecialType.System_Void
            : gives is not null && (call.Parent is ExpressionStatementSyntax || SymbolEqualityComparer.Default.Equals(gives.TypeArguments[0], before));
        return isSame ? awaited : null;
    }

    /// <summary>Whether a lambda may hold it: no await, no parameter by reference, nothing that lives on the stack.</summary>
    static bool CanMove(SemanticModel model, ExpressionSyntax blocking) =>
        !blocking.DescendantNodes().Any(node => node is AwaitExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 })
        && blocking.DescendantNodes().OfType<IdentifierNameSyntax>().All(name => model.GetTypeInfo(name).Type is not { IsRefLikeType: true })
        && model.GetTypeInfo(blocking).Type is not { IsRefLikeType: true };

    static InvocationExpressionSyntax Call(ExpressionSyntax method, IEnumerable<ArgumentSyntax> arguments) =>
        InvocationExpression(method, ArgumentList(SeparatedList(arguments.Select(argument => argument.WithoutTrivia()))));
}
