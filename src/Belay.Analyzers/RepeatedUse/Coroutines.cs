using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.RepeatedUse;

/// <summary>Which values of the type are coroutines, of which each can be used once. Tasks and futures convert to it, and can be used often.</summary>
static class Coroutines
{
    public static bool IsMade(IOperation? value, BelaySymbols belay) => value switch
    {
        IConversionOperation { OperatorMethod: { } conversion } converted =>
            belay.IsCoroutine(conversion.Parameters[0].Type) && IsMade(converted.Operand, belay),
        IConversionOperation converted => IsMade(converted.Operand, belay),
        IParenthesizedOperation inner => IsMade(inner.Operand, belay),
        IConditionalOperation choice => IsMade(choice.WhenTrue, belay) || IsMade(choice.WhenFalse, belay),
        ICoalesceOperation choice => IsMade(choice.Value, belay) || IsMade(choice.WhenNull, belay),
        ISwitchExpressionOperation choice => choice.Arms.Any(arm => IsMade(arm.Value, belay)),
        ISimpleAssignmentOperation assignment => IsMade(assignment.Value, belay),
        // A value that is there is no coroutine that runs, and to give up a turn is an instruction that can be repeated.
        IInvocationOperation call => belay.IsCoroutine(call.Type)
            && !(call.TargetMethod.Name is "FromResult" or "Yield" && BelaySymbols.Same(call.TargetMethod.ContainingType, belay.Coro)),
        ILocalReferenceOperation or IParameterReferenceOperation => belay.IsCoroutine(value.Type),
        _ => false,
    };
}
