using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Belay.Cli;

/// <summary>From what was asked for to a program that can be run.</summary>
/// <remarks>Ctrl-C may end it anywhere, as it ends any program: what is kept is kept at once, or not at all.</remarks>
static class ScriptBuild
{
    /// <summary>Null if it does not compile, which has been said then.</summary>
    internal static CompiledProgram? Run(RunRequest request)
    {
        var inputs = new ProgramInputs();
        var roots = FindRoots(request, inputs);
        var entry = EntryFinder.Find(request, roots, inputs);
        var settings = PlainSettings.Create(request.IsDebug);
        var graph = ModuleGraph.Load(
            entry, new ModuleFinder(roots, inputs, new DotNetNamespaces(settings).Has), new ModuleReader(roots, inputs, settings.ParseOptions));

        var directives = graph.Modules.SelectMany(module => module.Directives).Where(directive => directive.Name != Directive.Import).ToArray();
        if (directives.Length > 0) settings = DirectedSettings.Create(graph.Modules.First(), directives, request.IsDebug, inputs);

        var (program, diagnostics) = new ScriptCompiler(settings, graph.Modules).Compile();
        ThrowIfNotFound(diagnostics, graph.Modules, roots);
        new DiagnosticsWriter(Terminal.Error, graph.Modules).Write(diagnostics);
        if (program is null) return null;

        var (kept, obstacle) = CacheStore.Add(request, inputs, program);
        if (obstacle is not null)
            Terminal.Note($"not kept, so every run compiles anew: {obstacle}. Set {CacheFolder.Variable} to a folder that can be written to.");
        return kept;
    }

    static SearchRoots FindRoots(RunRequest request, ProgramInputs inputs)
    {
        var root = EntryFinder.RootOf(request);
        var file = ProjectFile.PathIn(root);
        if (File.Exists(file)) inputs.AddFile(file, File.ReadAllBytes(file));
        else inputs.AddAbsent(file);
        return new SearchRoots(root, ProjectFile.Read(root).EditablePackages);
    }

    /// <summary>What the compiler says of an import that led nowhere is not all there is to say.</summary>
    static void ThrowIfNotFound(IEnumerable<Diagnostic> diagnostics, IReadOnlyCollection<SourceModule> modules, SearchRoots roots)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Id is not ("CS0246" or "CS0234" or "CS0400") || diagnostic.Location.SourceTree is not { } tree) continue;
            var directive = tree.GetRoot().FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<UsingDirectiveSyntax>();
            var place = diagnostic.Location.GetMappedLineSpan();
            if (directive is null || !UsingName.IsPlain(directive) || UsingName.Of(directive) is not { } name) continue;
            if (modules.FirstOrDefault(module => module.File == place.Path) is { } importer)
                throw new UserError(NotFoundText.Import(name, importer, place.StartLinePosition.Line + 1, roots));
        }
    }
}
