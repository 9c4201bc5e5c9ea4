using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Belay;

/// <summary>An assembly's file and its portable PDB, beside it or inside it. The files are open only while they are read.</summary>
internal static class SymbolFile
{
    /// <summary>Has both read; if there is nothing to read, the answer is the one given for that.</summary>
    internal static T Read<T>(Module module, T none, Func<PEReader, MetadataReader, T> read)
    {
        var path = LocationOf(module.Assembly);
        if (path.Length == 0) return none;
        using var assembly = new PEReader(Open(path));
        var metadata = assembly.GetMetadataReader();
        // A build may have replaced the file since it was loaded.
        if (metadata.GetGuid(metadata.GetModuleDefinition().Mvid) != module.ModuleVersionId) return none;
        if (!assembly.TryOpenAssociatedPortablePdb(path, OpenIfExists, out var symbols, out _)) return none;
        using (symbols) return read(assembly, symbols!.GetMetadataReader());
    }

    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "An empty location is handled: then there are no symbols.")]
    static string LocationOf(Assembly assembly) => assembly.Location;

    static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    static FileStream? OpenIfExists(string path) => File.Exists(path) ? Open(path) : null;
}
