using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers;

/// <summary>
/// Which locks are held where an operation stands, by how the code is nested: in a <c>using</c>, after a statement that acquires and before one that releases.
/// </summary>
static class HeldLocks
{
    public static IEnumerable<AccessPath> At(IOperation operation, BelaySymbols belay)
    {
        for (var (child, outer) = (operation, operation.Parent); outer is not null; (child, outer) = (outer, outer.Parent))
        {
            switch (outer)
            {
                case IUsingOperation holder when holder.Body == child:
                    foreach (var path in AcquiredIn(holder.Resources, belay)) yield return path;
                    break;
                case IConditionalOperation choice when choice.WhenTrue == child && Locks.IsTry(choice.Condition, belay):
                    if (AccessPath.Of(((IInvocationOperation)choice.Condition).Instance) is { } tried) yield return tried;
                    break;
                case IBlockOperation block:
                    foreach (var path in HeldBefore(block, child, belay)) yield return path;
                    break;
                case ITryOperation attempt when attempt.Body != child && attempt.Body.Descendants().Any(IsAnyRelease):
                    // Which of them has been given back, when a handler runs, nobody can tell.
                    yield break;
                case IAnonymousFunctionOperation lambda:
                    if (Awaited(lambda) is not { } call)
                    {
                        yield break;
                    }

                    child = call;
                    outer = call;
                    break;
                case ILocalFunctionOperation:
                    yield break;
            }
        }
    }

    static IEnumerable<AccessPath> HeldBefore(IBlockOperation block, IOperation child, BelaySymbols belay)
    {
        var held = new List<AccessPath>();
        foreach (var statement in block.Operations)
        {
            if (statement == child)
            {
                break;
            }

            held.RemoveAll(path => IsReleasedIn(statement, path));
            if (statement is IUsingDeclarationOperation declaration)
            {
                held.AddRange(AcquiredIn(declaration.DeclarationGroup, belay));
            }
            else if (statement is IExpressionStatementOperation { Operation: { } expression })
            {
                held.AddRange(AcquiredIn(expression, belay));
            }
            else if (statement is IVariableDeclarationGroupOperation { Declarations: { Length: 1 } declared } && declared[0].Declarators.Length == 1)
            {
                // A releaser in a variable: when it is disposed of is up to the rest.
                var releaser = declared[0].Declarators[0].Symbol;
                if (!Variables.Reads(releaser, statement).Any()) held.AddRange(AcquiredIn(statement, belay));
            }
        }

        return held;
    }

    static bool IsReleasedIn(IOperation statement, AccessPath path) =>
        Functions.OwnCode(statement).Prepend(statement).Any(operation => Locks.IsRelease(operation, path));

    static bool IsAnyRelease(IOperation operation) => operation is IInvocationOperation { TargetMethod.Name: "Release" };

    /// <summary>Only what is awaited is acquired.</summary>
    static IEnumerable<AccessPath> AcquiredIn(IOperation operation, BelaySymbols belay)
    {
        foreach (var inner in Functions.OwnCode(operation).Prepend(operation))
        {
            if (inner is IInvocationOperation call && Locks.IsAcquire(call, belay) && IsWaitedFor(call) && AccessPath.Of(call.Instance) is { } path)
            {
                yield return path;
            }
        }
    }

    public static bool IsWaitedFor(IInvocationOperation call) =>
        call.TargetMethod.Name == "Wait"
        || Destination.Of(call) is { Fate: Fate.Awaited }
            or { Fate: Fate.Argument, Operation.Parent: IInvocationOperation { TargetMethod.Name: "WaitFor" } }
            or { Fate: Fate.Receiver, Operation: IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } };

    /// <summary>The call that runs the lambda and is awaited on the spot: a group's body, a time-out's.</summary>
    static IInvocationOperation? Awaited(IAnonymousFunctionOperation lambda) =>
        lambda.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation taker } } && Destination.Of(taker).Fate == Fate.Awaited
            ? taker
            : null;
}
