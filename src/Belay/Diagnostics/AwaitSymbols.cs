using System.Diagnostics.CodeAnalysis;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Belay;

internal readonly record struct SourceLine(string File, int Number);

/// <summary>
/// Reads from an assembly's file and its portable PDB, beside it or inside it, which line each state of a state machine belongs to.
/// The files are open only while it reads.
/// </summary>
internal static class AwaitSymbols
{
    internal static IReadOnlyDictionary<int, SourceLine> Read(Type stateMachineType)
    {
        var lines = new Dictionary<int, SourceLine>();
        var path = LocationOf(stateMachineType);
        if (path.Length == 0) return lines;
        using var assembly = new PEReader(Open(path));
        var metadata = assembly.GetMetadataReader();
        // A build may have replaced the file since it was loaded.
        if (metadata.GetGuid(metadata.GetModuleDefinition().Mvid) != stateMachineType.Module.ModuleVersionId) return lines;
        if (!assembly.TryOpenAssociatedPortablePdb(path, OpenIfExists, out var symbols, out _)) return lines;
        using (symbols)
        {
            var moveNext = FindMoveNext(metadata, stateMachineType.MetadataToken);
            var body = assembly.GetMethodBody(metadata.GetMethodDefinition(moveNext).RelativeVirtualAddress);
            var reader = symbols!.GetMetadataReader();
            var points = reader.GetMethodDebugInformation(moveNext.ToDebugInformationHandle()).GetSequencePoints().Where(point => !point.IsHidden).ToArray();
            foreach (var (state, offset) in YieldPoints.Read(body.GetILReader(), metadata))
            {
                var before = Array.FindLastIndex(points, point => point.Offset <= offset);
                if (before < 0) continue;
                var document = reader.GetDocument(points[before].Document);
                lines[state] = new SourceLine(reader.GetString(document.Name), points[before].StartLine);
            }
            return lines;
        }
    }

    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "An empty location is handled: then there are no lines.")]
    static string LocationOf(Type type) => type.Assembly.Location;

    static MethodDefinitionHandle FindMoveNext(MetadataReader metadata, int typeToken)
    {
        var type = metadata.GetTypeDefinition((TypeDefinitionHandle)MetadataTokens.EntityHandle(typeToken));
        return type.GetMethods().First(method => metadata.StringComparer.Equals(metadata.GetMethodDefinition(method).Name, "MoveNext"));
    }

    static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    static FileStream? OpenIfExists(string path) => File.Exists(path) ? Open(path) : null;
}
