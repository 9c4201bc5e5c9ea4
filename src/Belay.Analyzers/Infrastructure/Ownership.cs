using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers;

/// <summary>Who becomes responsible for a coroutine: a method, by an argument for a parameter marked <c>[Belay.TakesOwnership]</c>.</summary>
static class Ownership
{
    /// <summary>Whether the call gives something to an owner.</summary>
    public static bool HandsOver(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (IsTaken(argument))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the method becomes the owner of this argument. One that the caller left out is the method's own default.</summary>
    public static bool IsTaken(IArgumentOperation argument) =>
        argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Parameter is { } parameter && TakesOwnership(parameter);

    public static bool TakesOwnership(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            // By name, not by symbol: a library may carry an internal copy of the attribute rather than depend on Belay.
            if (attribute.AttributeClass is
                {
                    Name: "TakesOwnershipAttribute",
                    ContainingNamespace: { Name: "Belay", ContainingNamespace.IsGlobalNamespace: true },
                })
            {
                return true;
            }
        }

        return false;
    }
}
