using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Belay.Analyzers.TaskAwaitsCoroutine;

/// <summary>Makes it a coroutine, where nothing in sight needs the task.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TaskAwaitsCoroutineFix() : BelayCodeFix("BELAY015")
{
    private protected override void Register(FixPlace place)
    {
        var (type, isFixed) = place.Node switch
        {
            MethodDeclarationSyntax method => (method.ReturnType, IsCalledByOthers(place, method)),
            LocalFunctionStatementSyntax local => (local.ReturnType, false),
            _ => (null, true),
        };
        if (type is null || isFixed || place.Model.GetDeclaredSymbol(place.Node) is not { } symbol || !AllUsesAllow(place, symbol))
        {
            return;
        }

        place.Offer("Make it a coroutine", type, Coroutine(type).WithTriviaFrom(type));
    }

    static TypeSyntax Coroutine(TypeSyntax type)
    {
        var name = type is QualifiedNameSyntax qualified ? qualified.Right : type;
        return name is GenericNameSyntax task ? GenericName(Identifier("Coro"), task.TypeArgumentList) : IdentifierName("Coro");
    }

    /// <summary>The system calls Main, a test runner or a web framework what carries an attribute, an event its handlers.</summary>
    static bool IsCalledByOthers(FixPlace place, MethodDeclarationSyntax method) =>
        method.Identifier.ValueText == "Main" && method.Modifiers.Any(SyntaxKind.StaticKeyword)
        || method.AttributeLists.Count > 0
        || method.Modifiers.Any(SyntaxKind.AbstractKeyword) || method.Modifiers.Any(SyntaxKind.VirtualKeyword)
        || method.ParameterList.Parameters is { Count: 2 } parameters
            && parameters[0].Type is { } sender && place.Model.GetTypeInfo(sender).Type?.SpecialType == SpecialType.System_Object
            && parameters[1].Type is { } arguments && IsEventArguments(place.Model.GetTypeInfo(arguments).Type);

    static bool IsEventArguments(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: nameof(EventArgs), ContainingNamespace.Name: nameof(System) })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>In this document: each call is awaited in an async function, and nothing makes a delegate of it.</summary>
    static bool AllUsesAllow(FixPlace place, ISymbol symbol)
    {
        foreach (var name in place.Root.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (name.Identifier.ValueText != symbol.Name
                || !SymbolEqualityComparer.Default.Equals(place.Model.GetSymbolInfo(name).Symbol?.OriginalDefinition, symbol)
                || name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } })
            {
                continue;
            }

            ExpressionSyntax called = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
            if (called.Parent is not InvocationExpressionSyntax { Parent: AwaitExpressionSyntax } call || call.Expression != called)
            {
                return false;
            }
        }

        return true;
    }
}
