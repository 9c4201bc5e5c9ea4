using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers;

/// <summary>Which catch clauses take the cancellation of the task they run in.</summary>
static class CancellationCatch
{
    /// <summary>Whether the type alone allows it: cheap, to ask first.</summary>
    public static bool MayTake(ITypeSymbol? type, BelaySymbols belay) =>
        type is null
        || IsAncestor(type, belay.CancelledException)
        || BelaySymbols.Same(type, belay.TaskCanceledException);

    /// <summary>Whether the clause takes it, with its filter, and what is left by the clauses before it.</summary>
    public static bool Takes(ICatchClauseOperation handler, ITryOperation block, BelaySymbols belay)
    {
        if (!MayTake(handler.ExceptionType, belay)
            || BelaySymbols.Same(handler.ExceptionType, belay.TaskCanceledException) && !PassesToken(block.Body, belay)
            || handler.Filter is { } filter && Excludes(filter, handler, belay))
        {
            return false;
        }

        foreach (var earlier in block.Catches)
        {
            if (earlier == handler)
            {
                return true;
            }

            if (earlier.Filter is null && IsAncestor(earlier.ExceptionType, belay.CancelledException)
                || earlier.Filter is { } kind && TakesAll(kind, belay))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a CancelledException is one of these.</summary>
    static bool IsAncestor(ITypeSymbol? type, INamedTypeSymbol? cancelled) =>
        type is { SpecialType: SpecialType.System_Object } || type is INamedTypeSymbol named && BelaySymbols.Inherits(cancelled, named);

    static bool PassesToken(IOperation code, BelaySymbols belay)
    {
        foreach (var operation in Functions.OwnCode(code))
        {
            if (IsToken(operation, belay) || operation is ILocalReferenceOperation local && IsToken(Variables.Origin(local), belay)
                || operation is IPropertyReferenceOperation { Property.Name: "Token", Instance: { } source } && IsLinked(source, belay))
            {
                return true;
            }
        }

        return false;
    }

    static bool IsLinked(IOperation source, BelaySymbols belay) =>
        Variables.Origin(source) is IInvocationOperation { TargetMethod.Name: "CreateLinkedTokenSource" } link && PassesToken(link, belay);

    static bool IsToken(IOperation operation, BelaySymbols belay) =>
        operation is IPropertyReferenceOperation { Property: { Name: "Token" } property } && BelaySymbols.Same(property.ContainingType, belay.Coro);

    /// <summary>Whether a filter is false for a cancellation, as far as can be told; in doubt about this exception, it is.</summary>
    static bool Excludes(IOperation filter, ICatchClauseOperation handler, BelaySymbols belay) => filter switch
    {
        IParenthesizedOperation inner => Excludes(inner.Operand, handler, belay),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both =>
            Excludes(both.LeftOperand, handler, belay) || Excludes(both.RightOperand, handler, belay),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either =>
            Excludes(either.LeftOperand, handler, belay) && Excludes(either.RightOperand, handler, belay),
        IIsPatternOperation { Pattern: var pattern } when TypeTest(pattern, belay) is { } matches => !matches,
        IIsTypeOperation test => !IsAncestor(test.TypeOperand, belay.CancelledException),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: IIsTypeOperation test } => IsAncestor(test.TypeOperand, belay.CancelledException),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: IIsPatternOperation { Pattern: var pattern } }
            when TypeTest(pattern, belay) is { } matches => matches,
        ILiteralOperation { ConstantValue: { HasValue: true, Value: false } } => true,
        _ => IsAboutTheException(filter, handler),
    };

    /// <summary>Whether the pattern is true of a CancelledException; null where that is not a question of its type.</summary>
    static bool? TypeTest(IPatternOperation pattern, BelaySymbols belay) => pattern switch
    {
        ITypePatternOperation test => IsAncestor(test.MatchedType, belay.CancelledException),
        IDeclarationPatternOperation { MatchedType: { } type } => IsAncestor(type, belay.CancelledException),
        IRecursivePatternOperation { MatchedType: { } type } when !IsAncestor(type, belay.CancelledException) => false,
        INegatedPatternOperation { Pattern: var inner } => !TypeTest(inner, belay),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either =>
            TypeTest(either.LeftPattern, belay) is { } left && TypeTest(either.RightPattern, belay) is { } right ? left || right : null,
        IBinaryPatternOperation both when TypeTest(both.LeftPattern, belay) == false || TypeTest(both.RightPattern, belay) == false => false,
        IBinaryPatternOperation both when TypeTest(both.LeftPattern, belay) == true && TypeTest(both.RightPattern, belay) == true => true,
        _ => null,
    };

    /// <summary>A filter that lets every cancellation in, whose clause therefore leaves none to the next.</summary>
    static bool TakesAll(IOperation filter, BelaySymbols belay) =>
        filter is IIsPatternOperation { Pattern: var pattern } && TypeTest(pattern, belay) == true
        || filter is IIsTypeOperation test && IsAncestor(test.TypeOperand, belay.CancelledException);

    /// <summary>
    /// A filter that looks at the exception, or at who has asked for the cancellation, has a particular one in mind. One that counts attempts
    /// has not.
    /// </summary>
    static bool IsAboutTheException(IOperation filter, ICatchClauseOperation handler)
    {
        foreach (var operation in filter.DescendantsAndSelf())
        {
            if (operation is ILocalReferenceOperation local && handler.Locals.Any(caught => BelaySymbols.Same(caught, local.Local))
                || operation is IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" or "IsExpired" or "Cancelling" })
            {
                return true;
            }
        }

        return false;
    }
}
