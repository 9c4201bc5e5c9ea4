using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers;

/// <summary>
/// Where a value goes: past casts, conditional expressions, tuples and collections, to the operation that decides what becomes of it.
/// </summary>
/// <param name="Fate">What that operation does.</param>
/// <param name="Operation">The operation: the await, the argument, the call …</param>
/// <param name="Symbol">The local, field or property, if it goes into one.</param>
/// <param name="Value">The outermost expression that still is the value: of <c>a ? B() : C()</c> the whole.</param>
readonly record struct Destination(Fate Fate, IOperation Operation, ISymbol? Symbol, IOperation Value)
{
    public static Destination Of(IOperation value)
    {
        var current = value;
        while (current.Parent is { } parent)
        {
            if (IsTransparent(parent, current))
            {
                current = parent;
                continue;
            }

            return Classify(parent, current);
        }

        return new(Fate.Other, value, null, current);
    }

    /// <summary>Whether the parent's value is the child's, or holds it.</summary>
    static bool IsTransparent(IOperation parent, IOperation child) => parent switch
    {
        IConversionOperation or IParenthesizedOperation or ITupleOperation => true,
        IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation or ISpreadOperation => true,
        IConditionalOperation choice => choice.Condition != child && choice.Type is not null,
        ICoalesceOperation => true,
        ISwitchExpressionArmOperation arm => arm.Value == child,
        ISwitchExpressionOperation choice => choice.Value != child,
        IConditionalAccessOperation access => access.WhenNotNull == child,
        _ => false,
    };

    static Destination Classify(IOperation parent, IOperation value) => parent switch
    {
        IExpressionStatementOperation => new(Fate.Dropped, parent, null, value),
        IAwaitOperation => new(Fate.Awaited, parent, null, value),
        IReturnOperation => new(Fate.Returned, parent, null, value),
        IArgumentOperation argument => new(Ownership.IsTaken(argument) ? Fate.Owned : Fate.Argument, parent, argument.Parameter, value),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => new(Fate.Local, declarator, declarator.Symbol, value),
        ISymbolInitializerOperation => new(Fate.Member, parent, Initialized(parent), value),
        ISimpleAssignmentOperation assignment when assignment.Value == value => Assigned(assignment, value),
        IInvocationOperation or IMemberReferenceOperation => new(Fate.Receiver, parent, null, value),
        IInterpolationOperation => new(Fate.Text, parent, null, value),
        IBinaryOperation { Type.SpecialType: SpecialType.System_String } => new(Fate.Text, parent, null, value),
        _ => new(Fate.Other, parent, null, value),
    };

    static Destination Assigned(ISimpleAssignmentOperation assignment, IOperation value)
    {
        // Of an assignment that is a part of something greater, the value goes there too.
        if (assignment.Parent is not IExpressionStatementOperation && assignment.Target is not IDiscardOperation)
        {
            return assignment.Target is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } kept
                ? new(Fate.Member, assignment, kept.Member, value)
                : new(Fate.Other, assignment, null, value);
        }

        return assignment.Target switch
        {
            IDiscardOperation => new(Fate.Dropped, assignment, null, value),
            ILocalReferenceOperation local => new(Fate.Local, assignment, local.Local, value),
            IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member => new(Fate.Member, assignment, member.Member, value),
            _ => new(Fate.Other, assignment, null, value),
        };
    }

    static ISymbol? Initialized(IOperation initializer) => initializer switch
    {
        IFieldInitializerOperation field => field.InitializedFields.FirstOrDefault(),
        IPropertyInitializerOperation property => property.InitializedProperties.FirstOrDefault(),
        _ => null,
    };
}
