using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Belay.Cli;

/// <summary>Compiles the modules of a program into one assembly.</summary>
sealed class ScriptCompiler(BuildSettings settings, IReadOnlyCollection<SourceModule> modules)
{
    static readonly string[] s_generatorAttributes =
        ["GeneratedRegex", "JsonSerializable", "LibraryImport", "GeneratedComInterface", "GeneratedComClass", "JSImport", "JSExport"];

    readonly SourceModule _entry = modules.First();

    /// <summary>The program, or null; and what the compiler and the analyzers have to say.</summary>
    internal (CompiledProgram? Program, IReadOnlyList<Diagnostic> Diagnostics) Compile()
    {
        var rewriter = new SourceRewriter(settings);
        var trees = modules.Select(rewriter.Rewrite).ToList();
        var misspelt = trees.SelectMany(tree => tree.GetDiagnostics()).Where(IsError).ToArray();
        if (misspelt.Length > 0) return (null, misspelt);

        trees.Add(Parse(string.Concat(settings.GlobalUsings.Select(name => $"global using global::{name};\n"))));
        trees.AddRange(settings.AddedSources.Select(Parse));
        var compilation = CSharpCompilation.Create(AssemblyName(), trees, settings.References, settings.CompilationOptions.WithMainTypeName(EntryPoint.TypeName));
        compilation = compilation.AddSyntaxTrees(Parse(EntryPoint.Write(_entry, compilation)));
        var (generated, analyzers, said) = RunGenerators(compilation);
        return Emit(generated, analyzers, said);
    }

    SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), settings.ParseOptions, SourceRewriter.Generated);

    /// <summary>That of the file, as `dotnet` has it; but no other library's, which could then not be found.</summary>
    string AssemblyName()
    {
        var name = Path.GetFileNameWithoutExtension(_entry.File);
        return settings.References.Any(reference => Path.GetFileNameWithoutExtension(reference.Display) == name) ? $"{name}.script" : name;
    }

    (Compilation, ImmutableArray<DiagnosticAnalyzer>, ImmutableArray<Diagnostic>) RunGenerators(CSharpCompilation compilation)
    {
        var files = new AnalyzerLoader().Open([.. settings.Analyzers, .. modules.Any(MayNeedGenerators) ? settings.Generators : []]);
        var analyzers = files.SelectMany(file => file.GetAnalyzers(LanguageNames.CSharp)).ToImmutableArray();
        var generators = files.SelectMany(file => file.GetGenerators(LanguageNames.CSharp)).ToArray();
        if (generators.Length == 0) return (compilation, analyzers, []);
        CSharpGeneratorDriver.Create(generators, parseOptions: settings.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var diagnostics);
        return (generated, analyzers, diagnostics);
    }

    /// <summary>To load .NET's generators takes longer than all the rest, and hardly a script has one of the attributes that they look for.</summary>
    static bool MayNeedGenerators(SourceModule module) => s_generatorAttributes.Any(name => module.Code.Contains(name, StringComparison.Ordinal));

    (CompiledProgram?, IReadOnlyList<Diagnostic>) Emit(
        Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, ImmutableArray<Diagnostic> said)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var options = new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb, pdbFilePath: ProgramCache.SymbolsName);
        var result = compilation.Emit(assembly, symbols, options: options);
        // The analyzers see what the compiler has said too, and may take some of it back.
        var all = analyzers.Length == 0
            ? said.Concat(result.Diagnostics)
            : said.Concat(compilation.WithAnalyzers(analyzers).GetAllDiagnosticsAsync().GetAwaiter().GetResult());
        var shown = all.Where(diagnostic => diagnostic is { Severity: >= DiagnosticSeverity.Warning, IsSuppressed: false }).ToArray();
        if (!result.Success || shown.Any(IsError)) return (null, shown);
        return (new CompiledProgram
        {
            EntryFile = _entry.File,
            Assembly = assembly.ToArray(),
            Symbols = symbols.ToArray(),
            Libraries = settings.Libraries,
            NativeLibraries = settings.NativeLibraries,
            RuntimeOptions = settings.RuntimeOptions,
        }, shown);
    }

    static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}
