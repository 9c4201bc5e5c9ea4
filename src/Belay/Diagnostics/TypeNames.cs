namespace Belay;

/// <summary>A type's name as a person writes it, without type parameters.</summary>
internal static class TypeNames
{
    internal static string Readable(Type type)
    {
        // A constructed type's full name spells out its arguments, assemblies and all.
        var definition = type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;
        var readable = GeneratedNames.Readable((definition.FullName ?? definition.Name).Replace('+', '.'));
        return readable.Length == 0 ? type.Name : readable;
    }
}
