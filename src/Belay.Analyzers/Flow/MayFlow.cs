using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Belay.Analyzers;

/// <summary>
/// Follows one fact through a function: whether it may hold, on some path, before each operation. Handlers are entered from any point of what
/// they guard, so there it holds if it did anywhere.
/// </summary>
/// <param name="graph">The function's.</param>
/// <param name="step">The fact after an operation, from that before it. Called again and again, until nothing changes.</param>
sealed class MayFlow(ControlFlowGraph graph, Func<IOperation, bool, bool> step)
{
    readonly bool[] _before = new bool[graph.Blocks.Length];
    readonly bool[] _ever = new bool[graph.Blocks.Length];

    /// <summary>Runs to the end; then once more, over every operation that can be reached, with what is known.</summary>
    public void Run(bool atEntry)
    {
        _before[0] = atEntry;
        var isChanging = true;
        while (isChanging)
        {
            isChanging = false;
            foreach (var block in graph.Blocks)
            {
                if (block.IsReachable || _before[block.Ordinal])
                {
                    isChanging |= Pass(block);
                }
            }
        }
    }

    bool Pass(BasicBlock block)
    {
        var fact = _before[block.Ordinal];
        var ever = fact;
        foreach (var operation in block.Operations)
        {
            fact = step(operation, fact);
            ever |= fact;
        }

        if (block.BranchValue is { } value)
        {
            fact = step(value, fact);
            ever |= fact;
        }

        var isChanged = Join(_ever, block.Ordinal, ever);
        isChanged |= Leave(block.FallThroughSuccessor, fact);
        isChanged |= Leave(block.ConditionalSuccessor, fact);
        return isChanged | EnterHandlers(block, ever);
    }

    bool Leave(ControlFlowBranch? branch, bool fact)
    {
        if (branch is null)
        {
            return false;
        }

        var isChanged = false;
        foreach (var region in branch.FinallyRegions)
        {
            isChanged |= Join(_before, region.FirstBlockOrdinal, fact);
            fact |= _ever[region.LastBlockOrdinal];
        }

        return branch.Destination is { } next ? isChanged | Join(_before, next.Ordinal, fact) : isChanged;
    }

    bool EnterHandlers(BasicBlock block, bool ever)
    {
        var isChanged = false;
        for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Try && region.EnclosingRegion is { } whole)
            {
                foreach (var handler in whole.NestedRegions)
                {
                    if (handler != region) isChanged |= Join(_before, handler.FirstBlockOrdinal, ever);
                }
            }
        }

        return isChanged;
    }

    static bool Join(bool[] facts, int ordinal, bool fact)
    {
        if (!fact || facts[ordinal])
        {
            return false;
        }

        return facts[ordinal] = true;
    }
}
