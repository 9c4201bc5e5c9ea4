using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Belay.Analyzers.Tests;

/// <summary>Compiles a source text as a user's project would be, with analyzers in it, and hands back what the compiler said.</summary>
static class AnalyzerHarness
{
    public static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview);

    // As the SDK does it for every project.
    static readonly SyntaxTree _implicitUsings = CSharpSyntaxTree.ParseText(
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Belay;
        """,
        Parsing,
        "ImplicitUsings.cs");

    // One for all, so that the metadata of what it refers to is read once: the framework this process runs on, and Belay.dll among it.
    public static readonly CSharpCompilation UserProject = CSharpCompilation.Create(
        "UserCode",
        [_implicitUsings],
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Every diagnostic, the suppressed ones marked so. A source that does not compile, or an analyzer that fails, fails the test.</summary>
    public static Task<ImmutableArray<Diagnostic>> RunAsync(string source, params ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var tree = CSharpSyntaxTree.ParseText(source, Parsing, "User.cs");
        // Statements outside of a class make it a program.
        var kind = tree.GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        return RunAsync(UserProject.WithOptions(UserProject.Options.WithOutputKind(kind)).AddSyntaxTrees(tree), analyzers);
    }

    /// <inheritdoc cref="RunAsync(string, ImmutableArray{DiagnosticAnalyzer})"/>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), $"The test's own source does not compile:\n{string.Join('\n', errors)}\n{compilation.SyntaxTrees.Last()}");

        var failures = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) =>
            {
                lock (failures) failures.Add(exception);
            },
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true);
        var diagnostics = await new CompilationWithAnalyzers(compilation, analyzers, options).GetAllDiagnosticsAsync();
        Assert.Empty(failures);
        return diagnostics;
    }
}
