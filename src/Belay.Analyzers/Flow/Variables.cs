using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers;

/// <summary>How local variables and parameters are used, in the whole of the member they are in: lambdas and local functions too.</summary>
static class Variables
{
    /// <summary>All places where the variable's value is read. Those where it is only written are not among them.</summary>
    public static IEnumerable<IOperation> Reads(ISymbol variable, IOperation anywhere)
    {
        foreach (var operation in Functions.Root(anywhere).Descendants())
        {
            if (Refers(operation, variable) && !IsWritten(operation) && operation.Parent is not INameOfOperation)
            {
                yield return operation;
            }
        }
    }

    /// <summary>All values that are assigned to the variable; null among them stands for one that cannot be seen, as of an out argument.</summary>
    public static IEnumerable<IOperation?> Values(ISymbol variable, IOperation anywhere)
    {
        foreach (var operation in Functions.Root(anywhere).Descendants())
        {
            if (operation is IVariableDeclaratorOperation declarator && BelaySymbols.Same(declarator.Symbol, variable))
            {
                if (declarator.Initializer is { } initializer) yield return initializer.Value;
            }
            else if (Refers(operation, variable))
            {
                switch (operation.Parent)
                {
                    case ISimpleAssignmentOperation assignment when assignment.Target == operation:
                        yield return assignment.Value;
                        break;
                    case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref }:
                    case IAssignmentOperation changed when changed.Target == operation:
                    case ITupleOperation { Parent: IDeconstructionAssignmentOperation }:
                        yield return null;
                        break;
                }
            }
        }
    }

    /// <summary>
    /// Where a value comes from: past casts, awaits left out, through local variables that are written once. A call, a parameter, a field …
    /// </summary>
    public static IOperation Origin(IOperation value)
    {
        for (var depth = 0; depth < 8; depth++)
        {
            switch (value)
            {
                case IConversionOperation conversion:
                    value = conversion.Operand;
                    break;
                case IParenthesizedOperation inner:
                    value = inner.Operand;
                    break;
                case IDelegateCreationOperation creation:
                    value = creation.Target;
                    break;
                case ILocalReferenceOperation local when Only(local) is { } only:
                    value = only;
                    break;
                default:
                    return value;
            }
        }

        return value;
    }

    static IOperation? Only(ILocalReferenceOperation local)
    {
        var values = Values(local.Local, local).Take(2).ToArray();
        return values.Length == 1 ? values[0] : null;
    }

    public static bool Refers(IOperation operation, ISymbol variable) => operation switch
    {
        ILocalReferenceOperation local => BelaySymbols.Same(local.Local, variable),
        IParameterReferenceOperation parameter => BelaySymbols.Same(parameter.Parameter, variable),
        _ => false,
    };

    static bool IsWritten(IOperation reference) =>
        reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference && assignment.Parent is IExpressionStatementOperation
        || reference is ILocalReferenceOperation { IsDeclaration: true };
}
