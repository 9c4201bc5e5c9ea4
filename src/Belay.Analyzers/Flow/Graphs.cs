using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers;

/// <summary>The control flow graphs of lambdas and local functions, which hang in those of what they are in.</summary>
static class Graphs
{
    /// <summary>Of the innermost function round the operation.</summary>
    /// <param name="operation">Where to begin.</param>
    /// <param name="member">The graph of the member it is in.</param>
    public static ControlFlowGraph? Enclosing(IOperation operation, ControlFlowGraph member, CancellationToken cancellationToken)
    {
        switch (Functions.EnclosingOperation(operation))
        {
            case null:
                return member;
            case ILocalFunctionOperation local:
                return Enclosing(local, member, cancellationToken) is { } outer && outer.LocalFunctions.Contains(local.Symbol)
                    ? outer.GetLocalFunctionControlFlowGraph(local.Symbol, cancellationToken)
                    : null;
            case IAnonymousFunctionOperation lambda:
                return Enclosing(lambda, member, cancellationToken) is { } around && Find(around, lambda) is { } flow
                    ? around.GetAnonymousFunctionControlFlowGraph(flow, cancellationToken)
                    : null;
            default:
                return null;
        }
    }

    static IFlowAnonymousFunctionOperation? Find(ControlFlowGraph graph, IAnonymousFunctionOperation lambda)
    {
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations)
            {
                foreach (var inner in operation.DescendantsAndSelf())
                {
                    if (inner is IFlowAnonymousFunctionOperation flow && flow.Syntax == lambda.Syntax)
                    {
                        return flow;
                    }
                }
            }
        }

        return null;
    }
}
