using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Belay.Cli;

/// <summary>The settings of a program that has nothing to say about them: those that the SDK gives a console program, with Belay.</summary>
static class PlainSettings
{
    static readonly string[] s_globalUsings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    internal static string BelayFile => typeof(Coro).Assembly.Location;

    /// <summary>Belay's own, which lie beside this command.</summary>
    internal static string[] BelayAnalyzers => [Path.Combine(AppContext.BaseDirectory, "analyzers", "Belay.Analyzers.dll")];

    internal static BuildSettings Create(bool isDebug)
    {
        var (references, generators) = DotNetSdk.Current.FindReferences();
        return new BuildSettings
        {
            ParseOptions = new CSharpParseOptions(preprocessorSymbols: Symbols(isDebug)),
            CompilationOptions = new CSharpCompilationOptions(
                OutputKind.ConsoleApplication,
                optimizationLevel: isDebug ? OptimizationLevel.Debug : OptimizationLevel.Release,
                warningLevel: Environment.Version.Major,
                nullableContextOptions: NullableContextOptions.Enable,
                specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]),
            References = [.. references.Append(BelayFile).Select(file => MetadataReference.CreateFromFile(file))],
            GlobalUsings = s_globalUsings,
            Analyzers = BelayAnalyzers,
            Generators = generators,
        };
    }

    static IEnumerable<string> Symbols(bool isDebug)
    {
        var version = Environment.Version.Major;
        return
        [
            "TRACE", isDebug ? "DEBUG" : "RELEASE", "NET", $"NET{version}_0", "NETCOREAPP",
            .. Enumerable.Range(5, version - 4).Select(major => $"NET{major}_0_OR_GREATER"),
            .. new[] { "1_0", "1_1", "2_0", "2_1", "2_2", "3_0", "3_1" }.Select(core => $"NETCOREAPP{core}_OR_GREATER"),
        ];
    }
}
