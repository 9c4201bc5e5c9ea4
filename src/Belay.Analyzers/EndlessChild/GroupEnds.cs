using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.EndlessChild;

/// <summary>Whether somebody may end the group, or the one child of it.</summary>
static class GroupEnds
{
    public static bool Possibly(IInvocationOperation start, BelaySymbols belay)
    {
        // A group that comes from elsewhere may be cancelled there.
        if (start.Instance is not { } instance
            || Variables.Origin(instance) is not IParameterReferenceOperation { Parameter: { } group } reference
            || Body(reference, group) is not { } body
            || !BelaySymbols.IsMember(body.TargetMethod, belay.TaskGroup, "Run"))
        {
            return true;
        }

        return Variables.Reads(group, start).Any(use => !IsHarmless(use)) || MayEnd(Destination.Of(start), depth: 0) || IsLimited(body);
    }

    /// <summary>The call of Run whose body's parameter the group is.</summary>
    static IInvocationOperation? Body(IOperation inside, IParameterSymbol group)
    {
        for (var outer = inside.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation lambda && lambda.Symbol.Parameters.Contains(group, SymbolEqualityComparer.Default))
            {
                return lambda.Parent?.Parent?.Parent as IInvocationOperation;
            }
        }

        return null;
    }

    /// <summary>To start tasks in it. What it is handed to otherwise may cancel it.</summary>
    static bool IsHarmless(IOperation use) =>
        Destination.Of(use) is { Fate: Fate.Receiver, Operation: IInvocationOperation { TargetMethod.Name: "CreateTask" } };

    /// <summary>The child's handle is kept: its holder may cancel it.</summary>
    static bool MayEnd(Destination handle, int depth) => handle switch
    {
        { Fate: Fate.Dropped or Fate.Awaited } => false,
        { Fate: Fate.Receiver, Operation: { } use } => use is IInvocationOperation { TargetMethod.Name: "Cancel" },
        { Fate: Fate.Local, Symbol: { } local } => depth > 3 || Variables.Reads(local, handle.Operation).Any(read => MayEnd(Destination.Of(read), depth + 1)),
        _ => true,
    };

    /// <summary>The group stands in a block that a time-out ends.</summary>
    static bool IsLimited(IOperation run)
    {
        for (var outer = run.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IInvocationOperation { TargetMethod: { Name: "Timeout" or "TimeoutAt" or "WaitFor", ContainingType.Name: "Coro" } })
            {
                return true;
            }
        }

        return false;
    }
}
