using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Belay.Analyzers;

/// <summary>A name for a variable that a fix adds.</summary>
static class FreeName
{
    /// <summary>The first of the names that means nothing there and is not used within; if all are taken, the last with a number.</summary>
    /// <param name="model">Of the file.</param>
    /// <param name="scope">What the variable is to be seen in.</param>
    /// <param name="names">From the best to the worst.</param>
    public static string For(SemanticModel model, SyntaxNode scope, params string[] names)
    {
        var taken = new HashSet<string>(scope.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText));
        taken.UnionWith(model.LookupSymbols(scope.SpanStart).Select(symbol => symbol.Name));
        return names.Concat(Enumerable.Range(2, taken.Count).Select(number => names[names.Length - 1] + number)).First(name => !taken.Contains(name));
    }
}
