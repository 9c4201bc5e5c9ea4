using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Belay.Cli;

/// <summary>The settings of a program with #:package and its like: those with which `dotnet` would call the compiler.</summary>
static class DirectedSettings
{
    internal static BuildSettings Create(SourceModule entry, IEnumerable<Directive> directives, bool isDebug, ProgramInputs inputs)
    {
        var scriptFolder = Path.GetDirectoryName(entry.File)!;
        var folder = Directory.CreateTempSubdirectory("belay-project-");
        try
        {
            // By this name `dotnet` calls the program in what it says.
            var project = Path.Combine(folder.FullName, $"{Path.GetFileNameWithoutExtension(entry.File)}.csproj");
            GeneratedProject.Write(directives, scriptFolder).Save(project);
            var answer = DotNetCommand.Run(
                scriptFolder, "msbuild", project, "-restore", "-t:Compile", "-nologo", "-v:q", "-nr:false", $"-p:Configuration={(isDebug ? "Debug" : "Release")}",
                $"-p:RestoreRootConfigDirectory={scriptFolder}", "-getItem:CscCommandLineArgs", "-getItem:ReferenceCopyLocalPaths", "-getItem:RuntimeHostConfigurationOption");
            using var items = JsonDocument.Parse(answer);
            ProjectSources.AddTo(inputs, scriptFolder, Path.Combine(folder.FullName, "obj", "project.assets.json"));
            return Read(items.RootElement.GetProperty("Items"), folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static BuildSettings Read(JsonElement items, string folder)
    {
        var arguments = items.GetProperty("CscCommandLineArgs").EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!);
        var csc = CSharpCommandLineParser.Default.Parse(arguments, folder, sdkDirectory: null);
        var references = csc.MetadataReferences.Select(reference => reference.Reference).ToList();
        if (!references.Any(IsBelay)) references.Add(PlainSettings.BelayFile);
        var analyzers = csc.AnalyzerReferences.Select(analyzer => analyzer.FilePath)
            .Where(file => !SearchRoots.IsBelow(file, DotNetSdk.Current.Folder) && Path.GetFileName(file) != Path.GetFileName(PlainSettings.BelayAnalyzers[0]))
            .ToLookup(file => SearchRoots.IsBelow(file, DotNetSdk.Current.Root));
        var sources = csc.SourceFiles.Select(file => file.Path).Where(file => !file.EndsWith("AssemblyAttributes.cs", StringComparison.Ordinal)).Select(File.ReadAllText).ToArray();
        var assets = RuntimeAssets.Read(items.GetProperty("ReferenceCopyLocalPaths"), references);
        return new BuildSettings
        {
            ParseOptions = csc.ParseOptions,
            CompilationOptions = csc.CompilationOptions,
            References = [.. references.Select(file => MetadataReference.CreateFromFile(file))],
            GlobalUsings = [.. sources.SelectMany(GlobalUsingsIn).Distinct()],
            Analyzers = [.. analyzers[false], .. PlainSettings.BelayAnalyzers],
            Generators = [.. analyzers[true]],
            AddedSources = sources,
            Libraries = assets.Libraries,
            NativeLibraries = assets.NativeLibraries,
            RuntimeOptions = items.GetProperty("RuntimeHostConfigurationOption").EnumerateArray()
                .Where(option => option.TryGetProperty("Value", out var value) && value.GetString() is { Length: > 0 })
                .ToDictionary(option => option.GetProperty("Identity").GetString()!, option => option.GetProperty("Value").GetString()!),
        };
    }

    internal static bool IsBelay(string file) => Path.GetFileName(file) == "Belay.dll";

    static IEnumerable<string> GlobalUsingsIn(string source) => CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot().Usings
        .Where(directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) && UsingName.IsPlain(directive))
        .Select(UsingName.Of)
        .OfType<string>();
}
