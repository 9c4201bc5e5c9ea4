using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers;

/// <summary>The types of Belay that the rules are about, looked up once for each compilation.</summary>
sealed class BelaySymbols
{
    // All rules run on the same compilation: what one has looked up serves the others.
    static readonly ConditionalWeakTable<Compilation, BelaySymbols> _known = new();

    BelaySymbols(Compilation compilation)
    {
        Compilation = compilation;
        Coro = Find("Coro");
        CoroOfT = Find("Coro`1");
        Future = Find("Future");
        CoroTask = Find("CoroTask");
        TaskGroup = Find("TaskGroup");
        BackgroundTasks = Find("BackgroundTasks");
        AsyncLock = Find("AsyncLock");
        AsyncCondition = Find("AsyncCondition");
        AsyncSemaphore = Find("AsyncSemaphore");
        AsyncQueue = Find("AsyncQueue`1");
        CancelledException = Find("CancelledException");
        OperationCanceledException = compilation.GetTypeByMetadataName("System.OperationCanceledException");
        TaskCanceledException = compilation.GetTypeByMetadataName("System.Threading.Tasks.TaskCanceledException");
        CancellationTokenSource = compilation.GetTypeByMetadataName("System.Threading.CancellationTokenSource");
        CancellationToken = compilation.GetTypeByMetadataName("System.Threading.CancellationToken");
    }

    public Compilation Compilation { get; }

    public INamedTypeSymbol? Coro { get; }

    public INamedTypeSymbol? CoroOfT { get; }

    public INamedTypeSymbol? Future { get; }

    public INamedTypeSymbol? CoroTask { get; }

    public INamedTypeSymbol? TaskGroup { get; }

    public INamedTypeSymbol? BackgroundTasks { get; }

    public INamedTypeSymbol? AsyncLock { get; }

    public INamedTypeSymbol? AsyncCondition { get; }

    public INamedTypeSymbol? AsyncSemaphore { get; }

    public INamedTypeSymbol? AsyncQueue { get; }

    public INamedTypeSymbol? CancelledException { get; }

    public INamedTypeSymbol? OperationCanceledException { get; }

    public INamedTypeSymbol? TaskCanceledException { get; }

    public INamedTypeSymbol? CancellationTokenSource { get; }

    public INamedTypeSymbol? CancellationToken { get; }

    /// <summary>Null where the compilation does not use Belay: no rule has anything to look for.</summary>
    public static BelaySymbols? Of(Compilation compilation)
    {
        var symbols = _known.GetValue(compilation, static key => new BelaySymbols(key));
        return symbols.Coro is null ? null : symbols;
    }

    /// <summary>Whether it is <c>Coro</c> or a <c>Coro&lt;T&gt;</c>.</summary>
    public bool IsCoroutine(ITypeSymbol? type) =>
        type is INamedTypeSymbol named && (Same(named, Coro) || Same(named.OriginalDefinition, CoroOfT));

    /// <summary>Whether it is a <c>Future</c>, with a result or not; a <c>CoroTask</c> is one.</summary>
    public bool IsFuture(ITypeSymbol? type) => Inherits(type, Future);

    /// <summary>Whether it is a <c>CoroTask</c>, with a result or not.</summary>
    public bool IsTask(ITypeSymbol? type) => Inherits(type, CoroTask);

    /// <summary>Whether an await of it is Belay's own.</summary>
    public bool IsAwaitable(ITypeSymbol? type) => IsCoroutine(type) || IsFuture(type);

    /// <summary>Whether the code is in the body of a <c>Coro.Cleanup</c>, where cancellation is held back.</summary>
    public bool IsInCleanup(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IInvocationOperation { TargetMethod: { Name: "Cleanup", ContainingType: var type } } && Same(type, Coro))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is, or derives from, that class. Of a generic class, whatever its arguments.</summary>
    public static bool Inherits(ITypeSymbol? type, INamedTypeSymbol? ancestor)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Same(current.OriginalDefinition, ancestor))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is a method of that name of that class, inherited or overridden too.</summary>
    public static bool IsMember(IMethodSymbol method, INamedTypeSymbol? type, string name) =>
        method.Name == name && Inherits(method.ContainingType, type);

    public static bool Same(ISymbol? one, ISymbol? other) => one is not null && SymbolEqualityComparer.Default.Equals(one, other);

    INamedTypeSymbol? Find(string name) => Compilation.GetTypeByMetadataName("Belay." + name);
}
