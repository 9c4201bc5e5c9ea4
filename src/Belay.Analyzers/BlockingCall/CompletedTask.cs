using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.BlockingCall;

/// <summary>
/// Tasks of .NET's that are known to be done, whose result does not block: awaited before, alone or with others, asked before, or made done.
/// </summary>
static class CompletedTask
{
    public static bool Is(IOperation task)
    {
        var origin = Variables.Origin(task);
        if (IsMadeDone(origin))
        {
            return true;
        }

        foreach (var symbol in Symbols(task))
        {
            if (IsSeenBefore(symbol, task))
            {
                return true;
            }
        }

        return false;
    }

    static bool IsMadeDone(IOperation origin) => origin switch
    {
        IInvocationOperation { TargetMethod: { Name: "FromResult" or "FromException" or "FromCanceled", ContainingType.Name: "Task" or "ValueTask" } } => true,
        IPropertyReferenceOperation { Property: { Name: "CompletedTask" } } => true,
        // What WhenAny gives is the one that is done.
        IAwaitOperation { Operation: var awaited } => IsWhenAny(awaited),
        ILocalReferenceOperation local => IsOfWhenEach(local),
        _ => false,
    };

    static bool IsWhenAny(IOperation awaited) =>
        awaited.DescendantsAndSelf().Any(part => part is IInvocationOperation { TargetMethod: { Name: "WhenAny", ContainingType.Name: "Task" } });

    static bool IsOfWhenEach(ILocalReferenceOperation local) =>
        Loop(local) is { IsAsynchronous: true, Collection: { } collection }
        && collection.DescendantsAndSelf().Any(part => part is IInvocationOperation { TargetMethod.Name: "WhenEach" });

    /// <summary>The variable it is in, and the collections that came out of.</summary>
    static IEnumerable<ISymbol> Symbols(IOperation task)
    {
        var open = new Queue<IOperation?>();
        open.Enqueue(task);
        for (var seen = 0; open.Count > 0 && seen < 8; seen++)
        {
            switch (open.Dequeue())
            {
                case ILocalReferenceOperation local:
                    yield return local.Local;
                    open.Enqueue(Loop(local)?.Collection);
                    break;
                case IParameterReferenceOperation parameter:
                    yield return parameter.Parameter;
                    open.Enqueue(Source(parameter));
                    break;
                case IFieldReferenceOperation field:
                    yield return field.Field;
                    break;
                case IPropertyReferenceOperation { Property.IsIndexer: false } property:
                    yield return property.Property;
                    break;
                case IPropertyReferenceOperation { Instance: { } indexed }:
                    open.Enqueue(indexed);
                    break;
                case IArrayElementReferenceOperation element:
                    open.Enqueue(element.ArrayReference);
                    break;
                case IConversionOperation conversion:
                    open.Enqueue(conversion.Operand);
                    break;
                case ICollectionExpressionOperation or IArrayCreationOperation:
                    break;
                case IInvocationOperation call:
                    open.Enqueue(call.Instance ?? call.Arguments.FirstOrDefault()?.Value);
                    break;
            }
        }
    }

    static IForEachLoopOperation? Loop(ILocalReferenceOperation local)
    {
        for (var outer = local.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IForEachLoopOperation loop && loop.Locals.Any(one => BelaySymbols.Same(one, local.Local)))
            {
                return loop;
            }
        }

        return null;
    }

    /// <summary>Of a lambda's parameter, as in <c>tasks.Select(task => task.Result)</c>, the sequence.</summary>
    static IOperation? Source(IParameterReferenceOperation parameter)
    {
        for (var outer = parameter.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation lambda && lambda.Symbol.Parameters.Any(own => BelaySymbols.Same(own, parameter.Parameter)))
            {
                var argument = lambda.Parent is IDelegateCreationOperation creation ? creation.Parent : lambda.Parent;
                return argument is IArgumentOperation { Parent: IInvocationOperation call } ? call.Instance ?? call.Arguments[0].Value : null;
            }
        }

        return null;
    }

    /// <summary>Whether an await of it, or a look at whether it is done, comes earlier in the text.</summary>
    static bool IsSeenBefore(ISymbol symbol, IOperation task)
    {
        var position = task.Syntax.SpanStart;
        foreach (var operation in Functions.Root(task).Descendants())
        {
            if (operation.Syntax.SpanStart >= position)
            {
                continue;
            }

            if (operation is IAwaitOperation wait && wait.Syntax.Span.End <= position && wait.Operation.DescendantsAndSelf().Any(part => Refers(part, symbol))
                || operation is IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully" or "IsFaulted" or "Status", Instance: { } asked }
                    && Refers(asked, symbol))
            {
                return true;
            }
        }

        return false;
    }

    static bool Refers(IOperation operation, ISymbol symbol) => operation switch
    {
        IFieldReferenceOperation field => BelaySymbols.Same(field.Field, symbol),
        IPropertyReferenceOperation property => BelaySymbols.Same(property.Property, symbol),
        _ => Variables.Refers(operation, symbol),
    };
}
