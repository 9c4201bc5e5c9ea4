using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.BlockingCall;

/// <summary>Code that runs on a loop's thread: in a coroutine, or in a function in it that is called there and then.</summary>
static class LoopCode
{
    public static bool Contains(IOperation operation, ISymbol member, BelaySymbols belay)
    {
        if (IsInMemory(operation))
        {
            return false;
        }

        var current = operation;
        for (var depth = 0; depth < 8; depth++)
        {
            switch (Functions.EnclosingOperation(current))
            {
                case IAnonymousFunctionOperation { Symbol.IsAsync: false } lambda when IsCalledInPlace(lambda, member, belay):
                    current = lambda;
                    break;
                case ILocalFunctionOperation { Symbol.IsAsync: false } local:
                    return !belay.IsCoroutine(local.Symbol.ReturnType) && IsCalledOnLoop(local, member, belay);
                default:
                    return current.RunsOnLoop(member, belay);
            }
        }

        return false;
    }

    /// <summary>As LINQ does it, and ForEach; or as a variable that the coroutine itself calls.</summary>
    static bool IsCalledInPlace(IAnonymousFunctionOperation lambda, ISymbol member, BelaySymbols belay)
    {
        var destination = Destination.Of(lambda.Parent is IDelegateCreationOperation creation ? creation : lambda);
        return destination switch
        {
            { Fate: Fate.Argument, Operation: IArgumentOperation { Parent: IInvocationOperation call } } =>
                call.TargetMethod is { ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" } } or { Name: "ForEach", ContainingType.Name: "List" or "Array" },
            { Fate: Fate.Local, Symbol: { } local, Operation: var place } =>
                Variables.Reads(local, place).ToList() is { Count: > 0 } reads
                && reads.All(read => read.Parent is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call && call.RunsOnLoop(member, belay)),
            _ => false,
        };
    }

    static bool IsCalledOnLoop(ILocalFunctionOperation local, ISymbol member, BelaySymbols belay)
    {
        foreach (var operation in Functions.Root(local).Descendants())
        {
            if (operation is IInvocationOperation call && BelaySymbols.Same(call.TargetMethod.OriginalDefinition, local.Symbol) && call.RunsOnLoop(member, belay))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether what is called is only memory, by whatever type it is known here.</summary>
    static bool IsInMemory(IOperation operation) =>
        operation is IInvocationOperation { Instance: { } instance }
        && Variables.Origin(instance).Type?.Name is "MemoryStream" or "UnmanagedMemoryStream" or "StringReader" or "StringWriter";
}
