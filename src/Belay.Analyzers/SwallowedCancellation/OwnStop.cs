using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.SwallowedCancellation;

/// <summary>A stop that ends here because this method began it: it has cancelled a task, and waits for that.</summary>
static class OwnStop
{
    /// <summary>Whether everything that the try waits for has been cancelled by the code round it.</summary>
    public static bool IsAllThatIsAwaited(ICatchClauseOperation handler, IReadOnlyList<IOperation> awaits, BelaySymbols belay)
    {
        var function = Functions.EnclosingCode(handler);
        var (tasks, sources, itself) = Cancelled(function, belay);
        return itself || (tasks.Count > 0 || sources.Count > 0) && awaits.All(wait => IsOneOf(wait, tasks, sources, belay));
    }

    static (HashSet<ISymbol> Tasks, HashSet<ISymbol> Sources, bool Itself) Cancelled(IOperation function, BelaySymbols belay)
    {
        var tasks = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var sources = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var itself = false;
        // In lambdas of it too: it may have a timer or another task do it.
        foreach (var operation in function.Descendants())
        {
            var (method, target) = operation switch
            {
                IInvocationOperation call => (call.TargetMethod, Target(call)),
                IMethodReferenceOperation reference => (reference.Method, reference.Instance),
                _ => default,
            };
            if (method is not { Name: "Cancel" or "CancelAsync" } || target is null)
            {
                continue;
            }

            if (belay.IsFuture(target.Type))
            {
                itself |= Variables.Origin(target) is IPropertyReferenceOperation { Property.Name: "CurrentTask" };
                foreach (var symbol in Roots(target)) tasks.Add(symbol);
            }
            else if (BelaySymbols.Inherits(target.Type, belay.CancellationTokenSource))
            {
                foreach (var symbol in Roots(target)) sources.Add(symbol);
            }
        }

        return (tasks, sources, itself);
    }

    static IOperation? Target(IInvocationOperation call) =>
        call.Instance is IConditionalAccessInstanceOperation && call.Parent is IConditionalAccessOperation access ? access.Operation : call.Instance;

    static bool IsOneOf(IOperation wait, HashSet<ISymbol> tasks, HashSet<ISymbol> sources, BelaySymbols belay)
    {
        if (wait is not IAwaitOperation { Operation: var awaited })
        {
            return false;
        }

        // await task; await Coro.Gather(tasks); await task.ConfigureAwait(false); await work(source.Token)
        foreach (var part in awaited.DescendantsAndSelf())
        {
            if (Symbol(part) is not null && Roots(part).Any(symbol => tasks.Contains(symbol) || sources.Contains(symbol)))
            {
                return true;
            }
        }

        // A task of .NET's that was begun before with the token.
        return sources.Count > 0 && !belay.IsAwaitable(awaited.Type) && Roots(awaited).Any();
    }

    /// <summary>The variable, and if it goes through a collection, that.</summary>
    static IEnumerable<ISymbol> Roots(IOperation target)
    {
        for (var current = target; current is not null;)
        {
            if (Symbol(current) is { } symbol)
            {
                yield return symbol;
                current = symbol is ILocalSymbol local ? Collection(current, local) : null;
            }
            else
            {
                current = current switch
                {
                    IConversionOperation conversion => conversion.Operand,
                    IArrayElementReferenceOperation element => element.ArrayReference,
                    IPropertyReferenceOperation { Property.IsIndexer: true } element => element.Instance,
                    _ => null,
                };
            }
        }
    }

    static IOperation? Collection(IOperation from, ILocalSymbol local)
    {
        for (var outer = from.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IForEachLoopOperation loop && loop.Locals.Any(one => BelaySymbols.Same(one, local)))
            {
                return loop.Collection;
            }
        }

        return null;
    }

    static ISymbol? Symbol(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation { Property.IsIndexer: false } property => property.Property,
        _ => null,
    };
}
