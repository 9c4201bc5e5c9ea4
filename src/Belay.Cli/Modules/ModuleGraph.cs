using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Belay.Cli;

/// <summary>The files of a program: the one that is run, what it imports, what those import. Each is there once, however many import it.</summary>
sealed class ModuleGraph
{
    readonly Dictionary<string, SourceModule> _byFile = [];
    readonly Queue<(SourceModule Module, CompilationUnitSyntax Syntax)> _unread = new();
    readonly ModuleFinder _finder;
    readonly ModuleReader _reader;

    ModuleGraph(ModuleFinder finder, ModuleReader reader) => (_finder, _reader) = (finder, reader);

    /// <summary>The first is the one that is run.</summary>
    internal IReadOnlyCollection<SourceModule> Modules => _byFile.Values;

    internal static ModuleGraph Load(string entry, ModuleFinder finder, ModuleReader reader)
    {
        var graph = new ModuleGraph(finder, reader);
        graph.Add(entry);
        while (graph._unread.TryDequeue(out var next)) graph.Follow(next.Module, next.Syntax);
        return graph;
    }

    SourceModule Add(string file)
    {
        if (_byFile.TryGetValue(file, out var known)) return known;
        var (module, syntax) = _reader.Read(file);
        _byFile.Add(file, module);
        _unread.Enqueue((module, syntax));
        return module;
    }

    void Follow(SourceModule module, CompilationUnitSyntax syntax)
    {
        foreach (var directive in module.Directives)
            if (directive.Name == Directive.Import) module.Directed.Add(new Import(AddAll(_finder.FindDirected(module, directive)), OpensAll: true));
        foreach (var directive in syntax.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>())
        {
            if (UsingName.Of(directive) is not { } name || module.Usings.ContainsKey(name)) continue;
            var isPlain = UsingName.IsPlain(directive);
            if (_finder.FindUsed(name, isPlain) is var (files, isExact)) module.Usings.Add(name, new Import(AddAll(files), OpensAll: isPlain && isExact));
        }
    }

    SourceModule[] AddAll(IReadOnlyList<string> files) => [.. files.Select(Add)];
}
