using Microsoft.CodeAnalysis;

namespace Belay.Analyzers;

/// <summary>Makes the rules' descriptors, so that all have their page and the same category.</summary>
static class Rule
{
    /// <summary>Where the pages of <c>docs/rules</c> are to be read.</summary>
    const string Pages = "https://github.com/belay-dotnet/belay/blob/main/docs/rules/";

    /// <param name="id">BELAY and three digits.</param>
    /// <param name="title">What is wrong, as a sentence without its full stop.</param>
    /// <param name="message">What is wrong here, and what to write instead; {0} and so on are the arguments.</param>
    /// <param name="severity">As in <c>docs/rules/README.md</c>.</param>
    /// <param name="tags">Such as <see cref="WellKnownDiagnosticTags.CompilationEnd"/>.</param>
    public static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity, params string[] tags) =>
        new(id, title, message, "Belay", severity, isEnabledByDefault: true, description: null, helpLinkUri: $"{Pages}{id}.md", tags);
}
