using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Belay;

internal readonly record struct SourceLine(string File, int Number);

/// <summary>Reads from an assembly's symbols which line each state of a state machine belongs to.</summary>
internal static class AwaitSymbols
{
    internal static IReadOnlyDictionary<int, SourceLine> Read(Type stateMachineType) =>
        SymbolFile.Read(stateMachineType.Module, [], (assembly, symbols) => Read(assembly, symbols, stateMachineType.MetadataToken));

    static Dictionary<int, SourceLine> Read(PEReader assembly, MetadataReader symbols, int typeToken)
    {
        var lines = new Dictionary<int, SourceLine>();
        var metadata = assembly.GetMetadataReader();
        var moveNext = FindMoveNext(metadata, typeToken);
        var body = assembly.GetMethodBody(metadata.GetMethodDefinition(moveNext).RelativeVirtualAddress);
        var points = symbols.GetMethodDebugInformation(moveNext.ToDebugInformationHandle()).GetSequencePoints().Where(point => !point.IsHidden).ToArray();
        foreach (var (state, offset) in YieldPoints.Read(body.GetILReader(), metadata))
        {
            var before = Array.FindLastIndex(points, point => point.Offset <= offset);
            if (before < 0) continue;
            var document = symbols.GetDocument(points[before].Document);
            lines[state] = new SourceLine(symbols.GetString(document.Name), points[before].StartLine);
        }
        return lines;
    }

    static MethodDefinitionHandle FindMoveNext(MetadataReader metadata, int typeToken)
    {
        var type = metadata.GetTypeDefinition((TypeDefinitionHandle)MetadataTokens.EntityHandle(typeToken));
        return type.GetMethods().First(method => metadata.StringComparer.Equals(metadata.GetMethodDefinition(method).Name, "MoveNext"));
    }
}
