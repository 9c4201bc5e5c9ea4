using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Belay.Cli;

/// <summary>Dotted names: what they are made of, and what C# calls them.</summary>
static class ModuleName
{
    /// <summary>Whether every part could be in a using directive.</summary>
    internal static bool IsValid(string name) => name.Split('.').All(SyntaxFacts.IsValidIdentifier);

    /// <summary>The namespace of what is in a module, as it is written in the source: "my-tools.new" is my_tools.@new.</summary>
    internal static string Namespace(string name) => string.Join('.', name.Split('.').Select(Identifier));

    static string Identifier(string part)
    {
        var text = new StringBuilder();
        foreach (var character in part) text.Append(SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_');
        if (text.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(text[0])) text.Insert(0, '_');
        var identifier = text.ToString();
        return SyntaxFacts.GetKeywordKind(identifier) == SyntaxKind.None ? identifier : $"@{identifier}";
    }
}
