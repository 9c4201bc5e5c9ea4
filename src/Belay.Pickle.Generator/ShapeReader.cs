using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Belay.Pickling.Generator;

/// <summary>The collections that the attributes of a class are: calls of PickleShapes that make them known.</summary>
static class ShapeReader
{
    public static ImmutableArray<string> Read(INamedTypeSymbol type)
    {
        var shapes = new List<string>();
        foreach (var field in TypeReader.Levels(type).SelectMany(StoredMembers.Of)) Add(field.Type, shapes);
        return [.. shapes.Distinct()];
    }

    static void Add(ITypeSymbol type, List<string> shapes)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            Add(array.ElementType, shapes);
            if (array.ElementType.SpecialType != SpecialType.System_Byte) shapes.Add($"AddArray<{Name(array.ElementType)}>");
        }
        if (type is not INamedTypeSymbol { IsGenericType: true } generic) return;
        foreach (var argument in generic.TypeArguments) Add(argument, shapes);
        if (Method(generic) is { } method) shapes.Add($"{method}<{string.Join(", ", generic.TypeArguments.Select(Name))}>");
    }

    static string? Method(INamedTypeSymbol type) => type.ConstructedFrom.ToDisplayString() switch
    {
        "T?" => "AddNullable",
        "System.Collections.Generic.List<T>" or "System.Collections.Generic.IList<T>" or "System.Collections.Generic.ICollection<T>"
            or "System.Collections.Generic.IEnumerable<T>" or "System.Collections.Generic.IReadOnlyList<T>"
            or "System.Collections.Generic.IReadOnlyCollection<T>" => "AddList",
        "System.Collections.Generic.HashSet<T>" or "System.Collections.Generic.ISet<T>" or "System.Collections.Generic.IReadOnlySet<T>" => "AddSet",
        "System.Collections.Generic.Dictionary<TKey, TValue>" or "System.Collections.Generic.IDictionary<TKey, TValue>"
            or "System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>" => "AddDictionary",
        "Belay.Deque<T>" => "AddDeque",
        _ => type.IsTupleType && type.TypeArguments.Length is >= 2 and <= 4 ? "AddTuple" : null,
    };

    // Without the names of a tuple's items, and nullability: they are the same type.
    static string Name(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(TypeReader.FullNames);
}
