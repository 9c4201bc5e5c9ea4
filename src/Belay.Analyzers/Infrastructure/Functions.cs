using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers;

/// <summary>In which function a piece of code stands, and whether that is a coroutine.</summary>
static class Functions
{
    /// <summary>The innermost lambda or local function round the operation, else the member it is in.</summary>
    /// <param name="operation">Where to begin.</param>
    /// <param name="member">What the analysis context calls the containing symbol.</param>
    public static ISymbol Enclosing(IOperation operation, ISymbol member) => EnclosingOperation(operation) switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        ILocalFunctionOperation local => local.Symbol,
        _ => member,
    };

    /// <summary>The innermost lambda or local function round the operation; null if there is only the member.</summary>
    public static IOperation? EnclosingOperation(IOperation operation)
    {
        var current = operation.Parent;
        while (current is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            current = current.Parent;
        }

        return current;
    }

    /// <summary>The innermost function round the operation: a lambda, a local function, or the whole body or initializer of the member.</summary>
    public static IOperation EnclosingCode(IOperation operation) => EnclosingOperation(operation) ?? Root(operation);

    /// <summary>Whether the code stands in a coroutine: an async method, lambda or local function that returns a <c>Coro</c>.</summary>
    public static bool IsInCoroutine(this IOperation operation, ISymbol member, BelaySymbols belay) =>
        IsCoroutine(Enclosing(operation, member), belay);

    public static bool IsCoroutine(this ISymbol function, BelaySymbols belay) =>
        function is IMethodSymbol { IsAsync: true } method && belay.IsCoroutine(method.ReturnType);

    /// <summary>
    /// Whether the code runs on a loop: in a coroutine, or in an async method of another kind that awaits what only a loop can run.
    /// </summary>
    public static bool RunsOnLoop(this IOperation operation, ISymbol member, BelaySymbols belay)
    {
        if (Enclosing(operation, member) is not IMethodSymbol { IsAsync: true } function)
        {
            return false;
        }

        return belay.IsCoroutine(function.ReturnType) || AwaitsCoroutine(EnclosingCode(operation), belay);
    }

    /// <summary>Whether the code of this function, less that of the functions in it, awaits a coroutine, a task or a future.</summary>
    public static bool AwaitsCoroutine(IOperation function, BelaySymbols belay)
    {
        foreach (var inner in OwnCode(function))
        {
            if (inner is IAwaitOperation wait && belay.IsAwaitable(wait.Operation.Type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the code runs as a step of a task: in a coroutine, or in an async iterator that awaits coroutines. Not in an async method of .NET's.
    /// </summary>
    public static bool RunsInTask(this IOperation operation, ISymbol member, BelaySymbols belay) =>
        Enclosing(operation, member) is IMethodSymbol { IsAsync: true } function
        && (belay.IsCoroutine(function.ReturnType)
            || function.ReturnType.Name == "IAsyncEnumerable" && AwaitsCoroutine(EnclosingCode(operation), belay));

    /// <summary>All places of this code where it may be suspended: <c>await</c>, <c>await foreach</c> and <c>await using</c>.</summary>
    public static List<IOperation> Awaits(IOperation code)
    {
        var awaits = new List<IOperation>();
        foreach (var operation in OwnCode(code))
        {
            if (operation is IAwaitOperation
                or IForEachLoopOperation { IsAsynchronous: true }
                or IUsingOperation { IsAsynchronous: true }
                or IUsingDeclarationOperation { IsAsynchronous: true })
            {
                awaits.Add(operation);
            }
        }

        return awaits;
    }

    /// <summary>All operations below this one, less those of the lambdas and local functions in it.</summary>
    public static IEnumerable<IOperation> OwnCode(IOperation function)
    {
        var open = new Stack<IOperation>();
        open.Push(function);
        while (open.Count > 0)
        {
            foreach (var child in open.Pop().ChildOperations)
            {
                yield return child;
                if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                {
                    open.Push(child);
                }
            }
        }
    }

    /// <summary>The whole body, or initializer, that the operation is a part of.</summary>
    public static IOperation Root(IOperation operation)
    {
        var current = operation;
        while (current.Parent is { } parent)
        {
            current = parent;
        }

        return current;
    }
}
