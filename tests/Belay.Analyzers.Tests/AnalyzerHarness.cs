using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Belay.Analyzers.Tests;

/// <summary>Compiles a source text as a user's project would be, with analyzers in it, and hands back what the compiler said.</summary>
static class AnalyzerHarness
{
    // One for all, so that the metadata of what it refers to is read once: the framework this process runs on, and Belay.dll among it.
    static readonly CSharpCompilation _userProject = CSharpCompilation.Create(
        "UserCode",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Every diagnostic, the suppressed ones marked so. A source that does not compile fails the test.</summary>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(string source, DiagnosticAnalyzer analyzer)
    {
        var compilation = _userProject.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)));
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), $"The test's own source does not compile:\n{string.Join('\n', errors)}");

        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: null,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true);
        return await new CompilationWithAnalyzers(compilation, [analyzer], options).GetAllDiagnosticsAsync();
    }
}
