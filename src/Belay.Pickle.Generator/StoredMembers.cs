using Microsoft.CodeAnalysis;

namespace Belay.Pickling.Generator;

/// <summary>The members of a class that have storage and are to be in a pickle.</summary>
static class StoredMembers
{
    /// <summary>The fields behind its properties, and its public fields.</summary>
    public static IEnumerable<IFieldSymbol> Of(INamedTypeSymbol type) => type.GetMembers()
        .OfType<IFieldSymbol>()
        .Where(field => !field.IsStatic && !field.IsConst)
        .Where(field => field.AssociatedSymbol is IPropertySymbol || (field.AssociatedSymbol is null && field.DeclaredAccessibility == Accessibility.Public))
        .Where(field => Find(field.AssociatedSymbol ?? field, "PickleIgnoreAttribute") is null)
        .OrderBy(field => (field.AssociatedSymbol ?? field).Locations[0].SourceSpan.Start);

    public static string? NameGiven(ISymbol member) => Find(member, "PickleNameAttribute")?.ConstructorArguments[0].Value as string;

    static AttributeData? Find(ISymbol member, string name) => member.GetAttributes().FirstOrDefault(attribute =>
        attribute.AttributeClass?.Name == name && attribute.AttributeClass.ContainingNamespace.ToDisplayString() == "Belay.Pickling");
}
