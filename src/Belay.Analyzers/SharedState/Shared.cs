using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.SharedState;

/// <summary>What more than one task may reach: fields, properties that are as good, and variables that a function has from round it.</summary>
static class Shared
{
    /// <summary>The path of what the expression reads or writes; of an element of a collection, the collection's. Null if it is the function's own.</summary>
    public static AccessPath? StateOf(IOperation expression, ISymbol function)
    {
        switch (expression)
        {
            case IArrayElementReferenceOperation element:
                return StateOf(element.ArrayReference, function);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } indexed }:
                return StateOf(indexed, function);
            case IFieldReferenceOperation { Field.IsConst: false } or IPropertyReferenceOperation { Property.IsIndexer: false }:
                return AccessPath.Of(expression) is { } path && (path.Root is not ILocalSymbol own || IsFromOutside(own, function)) ? path : null;
            case ILocalReferenceOperation local when IsFromOutside(local.Local, function):
                return new(local.Local, []);
            case IParameterReferenceOperation parameter when IsFromOutside(parameter.Parameter, function):
                return new(parameter.Parameter, []);
            default:
                return null;
        }
    }

    /// <summary>Whether the operation writes the state: assigns it, or changes the collection that it is.</summary>
    public static bool Writes(IOperation operation, AccessPath state, ISymbol function)
    {
        var target = operation switch
        {
            IAssignmentOperation assignment => assignment.Target,
            IIncrementOrDecrementOperation step => step.Target,
            IInvocationOperation { Instance: { } changed, TargetMethod.Name: "Add" or "TryAdd" or "Remove" or "Clear" or "Enqueue" or "Dequeue" or "Push" or "Pop" or "Insert" or "AddFirst" or "AddLast" or "RemoveFirst" or "RemoveLast" or "RemoveAt" } => changed,
            _ => null,
        };
        return target is not null && StateOf(target, function) is { } written && written.Equals(state);
    }

    static bool IsFromOutside(ISymbol variable, ISymbol function) =>
        variable is not ILocalSymbol { IsConst: true } && !BelaySymbols.Same(variable.ContainingSymbol, function);
}
