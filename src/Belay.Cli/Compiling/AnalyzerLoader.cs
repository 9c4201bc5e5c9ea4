using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Belay.Cli;

/// <summary>Loads analyzers and generators from their files, and what they need from beside them.</summary>
sealed class AnalyzerLoader : IAnalyzerAssemblyLoader
{
    readonly AssemblyLoadContext _context = new("analyzers");
    readonly Dictionary<string, string> _files = [];

    internal AnalyzerLoader() => _context.Resolving += (context, name) => _files.TryGetValue(name.Name!, out var file) ? context.LoadFromAssemblyPath(file) : null;

    public void AddDependencyLocation(string fullPath) => _files.TryAdd(Path.GetFileNameWithoutExtension(fullPath), fullPath);

    public Assembly LoadFromPath(string fullPath) => _context.LoadFromAssemblyPath(fullPath);

    internal AnalyzerFileReference[] Open(IReadOnlyList<string> files)
    {
        foreach (var file in files) AddDependencyLocation(file);
        return [.. files.Select(file => new AnalyzerFileReference(file, this))];
    }
}
