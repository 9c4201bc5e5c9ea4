using System.Collections.Immutable;
using Belay.Analyzers.Tests;
using Belay.Pickling;
using Belay.Pickling.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Belay.Tests.Readme;

/// <summary>Compiles a block as the reader's new console project would: implicit usings, nullable, Belay and Belay.Pickle with their analyzers and generators.</summary>
static class DocumentCompiler
{
    static readonly CSharpParseOptions _parsing = new(LanguageVersion.Preview);

    static readonly SyntaxTree _implicitUsings = CSharpSyntaxTree.ParseText(
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """,
        _parsing);

    static readonly SyntaxTree _fragmentUsings = CSharpSyntaxTree.ParseText("global using Belay;", _parsing);

    // One for all, so that the metadata of the framework is read once.
    static readonly CSharpCompilation _project = CSharpCompilation.Create(
        "Document",
        [_implicitUsings],
        References(),
        new CSharpCompilationOptions(
            OutputKind.ConsoleApplication,
            nullableContextOptions: NullableContextOptions.Enable,
#if DEBUG
            optimizationLevel: OptimizationLevel.Debug,
#else
            optimizationLevel: OptimizationLevel.Release,
#endif
            // The SDK turns the first two off in every project; its compiler, newer than this one, has dropped the third.
            specificDiagnosticOptions: Off("CS1701", "CS1702", "CS1998")));

    public static CSharpCompilation Compile(CodeBlock block)
    {
        var source = $"#line {block.Line}\n{block.Code}\n#line default\n{block.Given}";
        var tree = CSharpSyntaxTree.ParseText(source, _parsing, path: block.Document);
        var compilation = Generate(_project.AddSyntaxTrees(tree));
        return block.IsFragment ? AsFragment(compilation, tree.GetCompilationUnitRoot()) : compilation;
    }

    /// <summary>Everything the reader's build would say, in the document's own lines.</summary>
    public static async Task<string[]> FindComplaintsAsync(CSharpCompilation compilation)
    {
        var diagnostics = await compilation.WithAnalyzers(Rules.All).GetAllDiagnosticsAsync();
        return [.. diagnostics
            .Where(diagnostic => diagnostic is { Severity: >= DiagnosticSeverity.Warning, IsSuppressed: false })
            .Select(diagnostic => $"{Place(diagnostic)}: {diagnostic.Id}: {diagnostic.GetMessage()}")];
    }

    static string Place(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetMappedLineSpan();
        return $"{span.Path}:{span.StartLinePosition.Line + 1}";
    }

    static CSharpCompilation Generate(CSharpCompilation compilation)
    {
        var driver = CSharpGeneratorDriver.Create([new PicklableGenerator().AsSourceGenerator()], parseOptions: _parsing);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        return (CSharpCompilation)generated;
    }

    static CSharpCompilation AsFragment(CSharpCompilation compilation, CompilationUnitSyntax root)
    {
        // Declarations alone make no program.
        var kind = root.Members.OfType<GlobalStatementSyntax>().Any() ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        // A method, a variable or a value that only the rest of the program would use.
        var options = compilation.Options.WithOutputKind(kind).WithSpecificDiagnosticOptions(
            compilation.Options.SpecificDiagnosticOptions.AddRange(Off("CS8321", "CS0168", "CS0219")));
        return compilation.AddSyntaxTrees(_fragmentUsings).WithOptions(options);
    }

    static ImmutableDictionary<string, ReportDiagnostic> Off(params string[] ids) => ids.ToImmutableDictionary(id => id, _ => ReportDiagnostic.Suppress);

    // The framework and the packages alone: what a test has besides, a reader has not.
    static IEnumerable<MetadataReference> References()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(Coro).Assembly.Location)
            .Append(typeof(Pickle).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
    }
}
