using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.DetachedTasks;

/// <summary>Code that stands in a group: in the body given to <c>TaskGroup.Run</c>, also within functions there that are the body's own.</summary>
static class GroupScope
{
    public static bool Contains(IOperation operation, BelaySymbols belay)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            switch (outer)
            {
                case IAnonymousFunctionOperation { Parent: IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation taker } } }:
                    if (BelaySymbols.IsMember(taker.TargetMethod, belay.TaskGroup, "Run"))
                    {
                        return true;
                    }

                    if (!CallGraph.IsRunAtOnce(taker.TargetMethod, belay))
                    {
                        return false;
                    }

                    break;
                case IAnonymousFunctionOperation:
                    return false;
            }
        }

        return false;
    }
}
