using Microsoft.CodeAnalysis.Text;

namespace Belay.Cli;

/// <summary>A file of a program: what it says, and what it brings in.</summary>
sealed class SourceModule
{
    public required string File { get; init; }

    /// <summary>Its dotted name.</summary>
    public required string Name { get; init; }

    /// <summary>As it is on disk.</summary>
    public required SourceText Source { get; init; }

    /// <summary>With the lines that are not C#'s made comments: of the same length.</summary>
    public required string Code { get; init; }

    public required IReadOnlyList<Directive> Directives { get; init; }

    /// <summary>The using directives that led to files, by the name they have there.</summary>
    public Dictionary<string, Import> Usings { get; } = [];

    /// <summary>What #:import has brought in.</summary>
    public List<Import> Directed { get; } = [];

    /// <summary>The namespaces that its types are in, as they would be written.</summary>
    public IReadOnlyList<string> Namespaces { get; set; } = [];

    /// <summary>What the types are in that it puts into no namespace.</summary>
    internal string OwnNamespace => ModuleName.Namespace(Name);
}
