using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.SharedState;

/// <summary><c>total += await Next()</c>, <c>total = total + await Next()</c>, and the same by way of a local variable.</summary>
static class ReadModifyWrites
{
    public static Race? Find(IOperation operation, ISymbol function)
    {
        var assignment = (IAssignmentOperation)operation;
        if (Shared.StateOf(assignment.Target, function) is not { } state)
        {
            return null;
        }

        if (FirstAwait(assignment.Value) is { } wait)
        {
            return assignment is ICompoundAssignmentOperation or ICoalesceAssignmentOperation || ReadBefore(assignment, state, wait, function)
                ? new(function, state, assignment, assignment, assignment is ICoalesceAssignmentOperation ? "checked" : "read")
                : null;
        }

        return assignment is ISimpleAssignmentOperation && Snapshot(assignment, state, function) is { } read
            ? new(function, state, read, assignment, "read")
            : null;
    }

    static IOperation? FirstAwait(IOperation value) =>
        value as IAwaitOperation ?? Functions.OwnCode(value).OfType<IAwaitOperation>().OrderBy(wait => wait.Syntax.Span.End).FirstOrDefault();

    // Operands are evaluated from left to right: what begins after the await has ended is read after it.
    static bool ReadBefore(IAssignmentOperation assignment, AccessPath state, IOperation wait, ISymbol function) =>
        Functions.OwnCode(assignment.Value).Prepend(assignment.Value).Any(part =>
            part.Syntax.SpanStart < wait.Syntax.Span.End && IsSame(part, assignment.Target, state, function));

    /// <summary>The read of the state into a local, before an await, of which the value is made that is written after it.</summary>
    static IOperation? Snapshot(IAssignmentOperation assignment, AccessPath state, ISymbol function)
    {
        foreach (var local in Functions.OwnCode(assignment.Value).Prepend(assignment.Value).OfType<ILocalReferenceOperation>())
        {
            var values = Variables.Values(local.Local, local).Take(2).ToArray();
            if (values.Length != 1 || values[0] is not { } value || !BelaySymbols.Same(local.Local.ContainingSymbol, function))
            {
                continue;
            }

            if (!value.DescendantsAndSelf().Any(part => part is IAwaitOperation)
                && value.DescendantsAndSelf().FirstOrDefault(part => IsSame(part, assignment.Target, state, function)) is { } read
                && HasAwaitBetween(value, assignment))
            {
                return read;
            }
        }

        return null;
    }

    static bool HasAwaitBetween(IOperation first, IOperation last) =>
        Functions.OwnCode(Functions.EnclosingCode(last)).Any(operation =>
            operation is IAwaitOperation && operation.Syntax.SpanStart > first.Syntax.Span.End && operation.Syntax.Span.End < last.Syntax.SpanStart);

    // Of a collection, the same element.
    static bool IsSame(IOperation part, IOperation target, AccessPath state, ISymbol function) =>
        part.Kind == target.Kind
        && Shared.StateOf(part, function) is { } read && read.Equals(state)
        && (part is not (IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true }) || part.Syntax.ToString() == target.Syntax.ToString());
}
