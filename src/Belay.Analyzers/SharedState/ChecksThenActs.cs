using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.SharedState;

/// <summary><c>if (connection is null) connection = await Open();</c>, and the same with a check that leaves.</summary>
static class ChecksThenActs
{
    public static Race? Find(IOperation operation, ISymbol function)
    {
        var check = (IConditionalOperation)operation;
        if (check.Type is not null)
        {
            return null;
        }

        var checkedStates = StatesIn(check.Condition, function);
        if (checkedStates.Count == 0)
        {
            return null;
        }

        var acts = Acts(check);
        var firstWait = acts.OfType<IAwaitOperation>().Select(wait => wait.Syntax.Span.End).DefaultIfEmpty(int.MaxValue).Min();
        if (firstWait == int.MaxValue)
        {
            return null;
        }

        foreach (var act in acts)
        {
            // The value of an assignment is evaluated before it is written.
            if (act.Syntax.Span.End < firstWait)
            {
                continue;
            }

            foreach (var state in checkedStates)
            {
                if (Shared.Writes(act, state, function) && IsWrittenAfter(act, firstWait) && !IsCheckedAgain(act, check, state, function, firstWait))
                {
                    return new(function, state, check.Condition, act, "checked");
                }
            }
        }

        return null;
    }

    static List<AccessPath> StatesIn(IOperation condition, ISymbol function)
    {
        var states = new List<AccessPath>();
        foreach (var part in condition.DescendantsAndSelf())
        {
            if (Shared.StateOf(part, function) is { } state && !states.Contains(state))
            {
                states.Add(state);
            }
        }

        return states;
    }

    /// <summary>What is done if the check says so: in the branch; or, where the branch leaves, in the rest of the block.</summary>
    static List<IOperation> Acts(IConditionalOperation check)
    {
        var acts = Functions.OwnCode(check.WhenTrue).Prepend(check.WhenTrue);
        if (check.WhenFalse is null && Leaves(check.WhenTrue) && check.Parent is IBlockOperation block)
        {
            var rest = block.Operations.SkipWhile(statement => statement != check).Skip(1);
            acts = rest.SelectMany(statement => Functions.OwnCode(statement).Prepend(statement));
        }

        return [.. acts];
    }

    static bool Leaves(IOperation branch) => branch switch
    {
        IReturnOperation or IBranchOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } or IThrowOperation => true,
        IBlockOperation block => block.Operations.LastOrDefault() is { } last && Leaves(last),
        _ => false,
    };

    /// <summary>What is reserved before the first await is fine.</summary>
    static bool IsWrittenAfter(IOperation act, int firstWait) =>
        act.Syntax.SpanStart > firstWait || act is IAssignmentOperation assignment && assignment.Value.DescendantsAndSelf().Any(part => part is IAwaitOperation);

    static bool IsCheckedAgain(IOperation act, IConditionalOperation first, AccessPath state, ISymbol function, int firstWait)
    {
        if (act is ICoalesceAssignmentOperation assignment && !assignment.Value.DescendantsAndSelf().Any(part => part is IAwaitOperation))
        {
            return true;
        }

        for (var outer = act.Parent; outer is not null && outer != first; outer = outer.Parent)
        {
            if (outer is IConditionalOperation again && again.Condition.Syntax.SpanStart > firstWait && StatesIn(again.Condition, function).Contains(state))
            {
                return true;
            }
        }

        return false;
    }
}
