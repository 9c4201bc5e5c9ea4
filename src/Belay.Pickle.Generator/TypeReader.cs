using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Belay.Pickling.Generator;

/// <summary>Reads what a type with [Picklable] says.</summary>
static class TypeReader
{
    public static readonly SymbolDisplayFormat FullNames = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static Reading Read(GeneratorAttributeSyntaxContext context)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var attribute = context.Attributes[0];
        if (attribute.ConstructorArguments.FirstOrDefault().Value is not string name) return new(null, new([]));      // the compiler complains
        var dot = name.Contains(':') ? name.IndexOf(':') : name.LastIndexOf('.');
        if (FindObstacle(type, dot) is { } obstacle) return new(null, new([Complaint.At(type, Rules.CannotBeMapped, obstacle)]));
        var complaints = ImmutableArray.CreateBuilder<Complaint>();
        var isEnum = type.TypeKind == TypeKind.Enum;
        var attributes = isEnum ? [] : ReadAttributes(type, complaints);
        var read = new PicklableType(
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            $"{type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)}.Converter.g.cs",
            Module: name.Substring(0, dot),
            PythonName: name.Substring(dot + 1),
            isEnum,
            IsConstructed: !isEnum && HasConstructor(type),
            IgnoreUnknown: attribute.NamedArguments.Any(argument => argument is { Key: "IgnoreUnknown", Value.Value: true }),
            (Layout)(attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Layout").Value.Value as int? ?? 0),
            new(attributes),
            new(isEnum ? [] : ShapeReader.Read(type)));
        return new(read, new(complaints.ToImmutable()));
    }

    static string? FindObstacle(INamedTypeSymbol type, int dot)
    {
        if (dot <= 0) return "its name has no module: write \"package.module.Class\"";
        if (type.IsStatic) return "it is static";
        if (type.IsAbstract) return "it is abstract: map the classes that are derived from it";
        if (type.IsFileLocal) return "it is known in its file only";
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.IsGenericType) return "it is generic: write a PickleConverter";
            if (outer.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal) return "it is private: make it internal";
        }
        return null;
    }

    /// <summary>Base classes first, each in the order of declaration.</summary>
    static ImmutableArray<Attribute> ReadAttributes(INamedTypeSymbol type, ImmutableArray<Complaint>.Builder complaints)
    {
        var attributes = ImmutableArray.CreateBuilder<Attribute>();
        foreach (var level in Levels(type))
        {
            if (!SymbolEqualityComparer.Default.Equals(level.ContainingAssembly, type.ContainingAssembly))
            {
                complaints.Add(Complaint.At(type, Rules.BaseIsElsewhere, level.ToDisplayString()));
                continue;
            }
            foreach (var field in StoredMembers.Of(level))
            {
                var member = field.AssociatedSymbol ?? field;
                attributes.Add(new(
                    StoredMembers.NameGiven(member) ?? PythonNames.ToSnakeCase(member.Name),
                    field.Name,
                    level.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
                    field.Type.ToDisplayString(FullNames)));
            }
        }
        return attributes.ToImmutable();
    }

    public static IEnumerable<INamedTypeSymbol> Levels(INamedTypeSymbol type)
    {
        var levels = new Stack<INamedTypeSymbol>();
        for (var level = type; level is not null && level.SpecialType != SpecialType.System_Object; level = level.BaseType) levels.Push(level);
        return levels;
    }

    /// <summary>Whether an object can be made by a constructor that sets what nobody else does.</summary>
    static bool HasConstructor(INamedTypeSymbol type) =>
        type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)
        && !Levels(type).SelectMany(level => level.GetMembers()).Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });
}
