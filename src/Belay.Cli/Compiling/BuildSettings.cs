using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Belay.Cli;

/// <summary>How a program is compiled, and what it finds at run time.</summary>
sealed record BuildSettings
{
    public required CSharpParseOptions ParseOptions { get; init; }

    public required CSharpCompilationOptions CompilationOptions { get; init; }

    public required IReadOnlyList<MetadataReference> References { get; init; }

    /// <summary>The namespaces that every file has open.</summary>
    public required IReadOnlyList<string> GlobalUsings { get; init; }

    /// <summary>Files of analyzers and generators.</summary>
    public required IReadOnlyList<string> Analyzers { get; init; }

    /// <summary>Files of .NET's own generators.</summary>
    public IReadOnlyList<string> Generators { get; init; } = [];

    /// <summary>The text of sources that a project adds of itself.</summary>
    public IReadOnlyList<string> AddedSources { get; init; } = [];

    /// <inheritdoc cref="CompiledProgram.Libraries"/>
    public IReadOnlyDictionary<string, string> Libraries { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc cref="CompiledProgram.NativeLibraries"/>
    public IReadOnlyDictionary<string, string> NativeLibraries { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc cref="CompiledProgram.RuntimeOptions"/>
    public IReadOnlyDictionary<string, string> RuntimeOptions { get; init; } = new Dictionary<string, string>();
}
