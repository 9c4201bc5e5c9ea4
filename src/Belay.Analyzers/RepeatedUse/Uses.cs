using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.RepeatedUse;

/// <summary>The places where a variable's coroutine is used up: awaited, handed on, returned.</summary>
sealed class Uses
{
    readonly ISymbol _variable;

    /// <summary>By syntax, which the flow graph's operations have in common with these. With the gathering it is an argument of, if it is.</summary>
    readonly Dictionary<SyntaxNode, SyntaxNode?> _places = [];

    public Uses(ISymbol variable, IOperation anywhere, BelaySymbols belay)
    {
        _variable = variable;
        foreach (var read in Variables.Reads(variable, anywhere))
        {
            var destination = Destination.Of(read);
            if (IsUse(destination, belay))
            {
                _places.Add(read.Syntax, Gathering(destination)?.Syntax);
            }
        }
    }

    public int Count => _places.Count;

    /// <summary>Those places that another one may come before, in this function, for the same coroutine.</summary>
    public IEnumerable<IOperation> FindRepeated(ControlFlowGraph graph)
    {
        var repeated = new Dictionary<SyntaxNode, IOperation>();
        new MayFlow(graph, Step).Run(atEntry: false);
        return repeated.Values;

        // The fact: it has been used.
        bool Step(IOperation operation, bool isUsed)
        {
            SyntaxNode? gathering = null;
            foreach (var part in InOrder(operation))
            {
                if (part is ISimpleAssignmentOperation assignment && Variables.Refers(assignment.Target, _variable))
                {
                    isUsed = false;
                }
                else if (Variables.Refers(part, _variable) && _places.TryGetValue(part.Syntax, out var within))
                {
                    if (isUsed && (within is null || within != gathering))
                    {
                        repeated[part.Syntax] = part;
                    }

                    (isUsed, gathering) = (true, within);
                }
            }

            return isUsed;
        }
    }

    // To keep it is no use yet; nor is a copy, which is a variable of its own.
    static bool IsUse(Destination destination, BelaySymbols belay) => destination.Fate switch
    {
        Fate.Awaited or Fate.Returned or Fate.Owned => true,
        Fate.Argument => destination.Operation.Parent is IInvocationOperation taker && (belay.IsCoroutine(taker.Type) || IsRun(taker.TargetMethod)),
        Fate.Receiver => destination.Operation is IInvocationOperation { TargetMethod.Name: "GetAwaiter" or "ConfigureAwait" },
        _ => false,
    };

    // Whoever makes a coroutine of it awaits it there. Others may only look at it, unless they say that they take it.
    static bool IsRun(IMethodSymbol taker) =>
        taker.Name is "Run" or "RunMain" or "RunAsync" && taker.ContainingType is { Name: "Coro" or "Runner", ContainingNamespace.Name: "Belay" };

    static IOperation? Gathering(Destination destination) =>
        destination.Operation is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Gather" or "GatherOutcomes" } gathering } ? gathering : null;

    static IEnumerable<IOperation> InOrder(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            foreach (var inner in InOrder(child)) yield return inner;
        }

        yield return operation;
    }
}
