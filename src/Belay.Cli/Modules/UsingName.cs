using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Belay.Cli;

/// <summary>The dotted name in a using directive.</summary>
static class UsingName
{
    /// <summary>Without type arguments; null if there is none, as in `using Pair = (int, int);`.</summary>
    internal static string? Of(UsingDirectiveSyntax directive) => Of(directive.NamespaceOrType);

    /// <summary>`using a.b;`</summary>
    internal static bool IsPlain(UsingDirectiveSyntax directive) => directive.Alias is null && !directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword);

    static string? Of(TypeSyntax name) => name switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => Of(qualified.Left) is { } left ? $"{left}.{qualified.Right.Identifier.ValueText}" : null,
        AliasQualifiedNameSyntax { Alias.Identifier.ValueText: "global" } global => Of(global.Name),
        _ => null,
    };
}
