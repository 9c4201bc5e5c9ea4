using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Belay;

/// <summary>Which line of the source a place in a method's code belongs to, as far as symbols are at hand.</summary>
internal static class SourceLines
{
    /// <summary>Null if it cannot be told. Never throws, may be called on any thread.</summary>
    internal static SourceLine? Find(MethodBase method, int offset)
    {
        if (offset < 0 || method.DeclaringType is null) return null;
        try
        {
            return SymbolFile.Read<SourceLine?>(method.Module, null, (_, symbols) => Find(symbols, method.MetadataToken, offset));
        }
        catch (Exception)
        {
            // As with AwaitLines: a report must not fail for want of a line.
            return null;
        }
    }

    static SourceLine? Find(MetadataReader symbols, int method, int offset)
    {
        var handle = ((MethodDefinitionHandle)MetadataTokens.EntityHandle(method)).ToDebugInformationHandle();
        SourceLine? found = null;
        foreach (var point in symbols.GetMethodDebugInformation(handle).GetSequencePoints())
        {
            if (point.Offset > offset) break;
            if (!point.IsHidden) found = new SourceLine(symbols.GetString(symbols.GetDocument(point.Document).Name), point.StartLine);
        }
        return found;
    }
}
