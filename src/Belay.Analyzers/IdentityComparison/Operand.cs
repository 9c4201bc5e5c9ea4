using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.IdentityComparison;

/// <summary>One side of a comparison of references, as it was before the compiler made both sides the same type.</summary>
/// <param name="EqualsOverride">The class that overrides <c>Equals</c>, if it, or one it derives from, does.</param>
/// <param name="HasOperator">Whether its class declares <c>==</c>.</param>
/// <param name="IsBox">Whether it is a boxed value.</param>
/// <param name="IsFreshBox">Whether it is boxed here and now.</param>
/// <param name="IsDeliberate">Whether it is <c>this</c>, or was cast to object.</param>
readonly record struct Operand(INamedTypeSymbol? EqualsOverride, bool HasOperator, bool IsBox, bool IsFreshBox, bool IsDeliberate)
{
    public static Operand Of(IOperation operand)
    {
        var isCast = false;
        var value = operand;
        while (value is IConversionOperation { OperatorMethod: null } conversion)
        {
            if (IsBoxing(conversion))
            {
                return new(null, false, IsBox: true, IsFreshBox: true, false);
            }

            isCast |= !conversion.IsImplicit && conversion.Type?.SpecialType == SpecialType.System_Object;
            value = conversion.Operand;
        }

        // Enum and ValueType are classes of which there are only boxes.
        if (value.Type is { SpecialType: SpecialType.System_Enum or SpecialType.System_ValueType } || IsBoxed(value, depth: 0))
        {
            return new(null, false, IsBox: true, false, false);
        }

        return new(Overrider(value.Type), HasEqualityOperator(value.Type), false, false, isCast || value is IInstanceReferenceOperation);
    }

    static bool IsBoxing(IConversionOperation conversion) =>
        conversion is { Operand.Type.IsValueType: true, Type.IsReferenceType: true };

    static bool IsBoxed(IOperation value, int depth) => value switch
    {
        IConversionOperation conversion => IsBoxing(conversion) || IsBoxed(conversion.Operand, depth),
        ILocalReferenceOperation { Type.SpecialType: not SpecialType.System_String } local when depth < 4 && IsLooseType(local.Type) =>
            Variables.Values(local.Local, local).ToList() is { Count: > 0 } values && values.All(written => written is not null && IsBoxed(written, depth + 1)),
        _ => false,
    };

    /// <summary>Only of a type that does not say what is in it can there be a box.</summary>
    static bool IsLooseType(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Interface };

    static INamedTypeSymbol? Overrider(ITypeSymbol? type)
    {
        for (var current = Class(type); current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            if (current.IsAnonymousType || current.GetMembers(nameof(Equals)).OfType<IMethodSymbol>().Any(IsOverride))
            {
                return current;
            }
        }

        return null;
    }

    static bool IsOverride(IMethodSymbol method) =>
        method is { IsOverride: true, Parameters.Length: 1 } && method.Parameters[0].Type.SpecialType == SpecialType.System_Object;

    static bool HasEqualityOperator(ITypeSymbol? type)
    {
        for (var current = Class(type); current is not null; current = current.BaseType)
        {
            if (!current.GetMembers(WellKnownMemberNames.EqualityOperatorName).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    static INamedTypeSymbol? Class(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Class } named => named,
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.OfType<INamedTypeSymbol>().FirstOrDefault(constraint => constraint.TypeKind == TypeKind.Class),
        _ => null,
    };
}
