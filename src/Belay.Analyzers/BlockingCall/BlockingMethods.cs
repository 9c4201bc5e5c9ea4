using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.BlockingCall;

/// <summary>Which methods block: a few by name, and those of .NET's that have an awaitable namesake.</summary>
sealed class BlockingMethods(Compilation compilation)
{
    const string OnAnotherThread = "Coro.ToThread";

    /// <summary>By class and method; what to use instead.</summary>
    static readonly Dictionary<string, string> _listed = new()
    {
        ["System.Threading.Thread.Sleep"] = "await Coro.Sleep",
        ["System.Threading.Thread.Join"] = OnAnotherThread,
        ["System.Threading.Tasks.Task.Wait"] = "await",
        ["System.Threading.Tasks.Task.WaitAll"] = "await Task.WhenAll",
        ["System.Threading.Tasks.Task.WaitAny"] = "await Task.WhenAny",
        ["System.Runtime.CompilerServices.TaskAwaiter.GetResult"] = "await",
        ["System.Runtime.CompilerServices.ValueTaskAwaiter.GetResult"] = "await",
        ["System.Runtime.CompilerServices.ConfiguredTaskAwaitable.ConfiguredTaskAwaiter.GetResult"] = "await",
        ["System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter.GetResult"] = "await",
        ["System.Threading.WaitHandle.WaitOne"] = OnAnotherThread,
        ["System.Threading.WaitHandle.WaitAll"] = OnAnotherThread,
        ["System.Threading.WaitHandle.WaitAny"] = OnAnotherThread,
        ["System.Threading.ManualResetEventSlim.Wait"] = "an AsyncEvent, or " + OnAnotherThread,
        ["System.Threading.SemaphoreSlim.Wait"] = "await WaitAsync",
        ["System.Threading.CountdownEvent.Wait"] = OnAnotherThread,
        ["System.Threading.Barrier.SignalAndWait"] = "an AsyncBarrier, or " + OnAnotherThread,
        ["System.Collections.Concurrent.BlockingCollection.Take"] = "an AsyncQueue, or " + OnAnotherThread,
        ["System.Threading.Tasks.TaskAsyncEnumerableExtensions.ToBlockingEnumerable"] = "await foreach",
        ["System.Console.ReadLine"] = OnAnotherThread,
        ["System.Console.ReadKey"] = OnAnotherThread,
        ["System.Console.Read"] = OnAnotherThread,
    };

    readonly INamedTypeSymbol?[] _tasks =
    [
        compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1"),
        compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask`1"),
    ];

    /// <summary>What to use instead; null if the method does not block.</summary>
    public string? Counterpart(IMethodSymbol method)
    {
        if (!IsOfSystem(method.ContainingNamespace))
        {
            return Base(method) is { } inherited ? Counterpart(inherited.OriginalDefinition) : null;
        }

        return _listed.TryGetValue($"{Name(method.ContainingType)}.{method.Name}", out var listed) ? listed : Namesake(method);
    }

    /// <summary>Whether the arguments say that it is only to look: a time limit of zero.</summary>
    public static bool ReturnsAtOnce(IInvocationOperation call) =>
        call.TargetMethod.Name != "Sleep"
        && call.Arguments.Any(argument => argument.Parameter is { Name: "millisecondsTimeout" or "timeout" or "milliseconds" } && IsZero(argument.Value));

    /// <summary>The task, if it is one that is waited for.</summary>
    public IOperation? WaitedFor(IInvocationOperation call) => call switch
    {
        { TargetMethod: { Name: "Wait", ContainingType.Name: "Task" } } => call.Instance,
        { TargetMethod.Name: "GetResult", Instance: { } awaiter } => Awaited(awaiter),
        { TargetMethod: { Name: "WaitAll" or "WaitAny", ContainingType.Name: "Task" }, Arguments: { Length: > 0 } arguments } => arguments[0].Value,
        _ => null,
    };

    public bool IsTask(ITypeSymbol? type) => type is not null && _tasks.Any(task => BelaySymbols.Same(type.OriginalDefinition, task));

    static IOperation? Awaited(IOperation awaiter)
    {
        var made = Variables.Origin(awaiter);
        while (made is IInvocationOperation { TargetMethod.Name: "GetAwaiter" or "ConfigureAwait", Instance: { } instance })
        {
            made = instance;
        }

        return made;
    }

    static bool IsZero(IOperation value) =>
        value is { ConstantValue: { HasValue: true, Value: 0 } } or IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } };

    static IMethodSymbol? Base(IMethodSymbol method) => method.OverriddenMethod;

    static bool IsOfSystem(INamespaceSymbol? place)
    {
        var outermost = place;
        while (outermost is { IsGlobalNamespace: false, ContainingNamespace: { IsGlobalNamespace: false } outer })
        {
            outermost = outer;
        }

        return outermost?.Name is "System" or "Microsoft";
    }

    static string Name(ITypeSymbol type) =>
        type.ContainingType is { } outer ? $"{Name(outer)}.{type.Name}" : $"{type.ContainingNamespace.ToDisplayString()}.{type.Name}";

    static string? Namesake(IMethodSymbol method)
    {
        if (!DoesInputOrOutput(method) || IsReturnedAtOnce(method))
        {
            return null;
        }

        var name = method.Name + "Async";
        for (ITypeSymbol? type = method.ContainingType; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).OfType<IMethodSymbol>().Any(other => other.IsStatic == method.IsStatic && IsAwaited(other)))
            {
                return "await " + name;
            }
        }

        return null;
    }

    static bool IsAwaited(IMethodSymbol method) =>
        method.DeclaredAccessibility == Accessibility.Public && method.ReturnType.Name is "Task" or "ValueTask" or "IAsyncEnumerable";

    static bool DoesInputOrOutput(IMethodSymbol method)
    {
        var place = method.ContainingNamespace.ToDisplayString();
        return place == "System.IO" || place == "System.IO.Compression"
            || place.StartsWith("System.Net", StringComparison.Ordinal)
            || place.StartsWith("System.Data", StringComparison.Ordinal) || place.StartsWith("Microsoft.Data", StringComparison.Ordinal)
            || place.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || method.ContainingType is { Name: "Process", ContainingNamespace.Name: "Diagnostics" };
    }

    /// <summary>
    /// Memory is no device, and text is written to a buffer. What ends or closes something is not worth an await, and of what accepts a
    /// callback nobody waits.
    /// </summary>
    static bool IsReturnedAtOnce(IMethodSymbol method) =>
        method.Name is "Dispose" or "Close"
        || method.Name is "Write" or "WriteLine" && method.ContainingType.Name is "TextWriter" or "StreamWriter"
        || method.ContainingType.Name is "MemoryStream" or "UnmanagedMemoryStream" or "StringReader" or "StringWriter";
}
