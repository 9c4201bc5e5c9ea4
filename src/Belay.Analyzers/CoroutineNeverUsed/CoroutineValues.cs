using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.CoroutineNeverUsed;

/// <summary>Which expressions make coroutines: one, or many of them lazily, or one inside of a task of .NET's.</summary>
readonly struct CoroutineValues(BelaySymbols belay, Compilation compilation)
{
    public bool IsMade(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { } method } call => Holds(call.Type) || IsSequence(method, call.Type),
        IAwaitOperation wait => Holds(wait.Type),
        _ => false,
    };

    public static string Name(IOperation made) => made switch
    {
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.DelegateInvoke } } call => call.Instance?.Syntax.ToString() ?? call.TargetMethod.Name,
        IInvocationOperation call => call.TargetMethod.Name,
        _ => made.Syntax.ToString(),
    };

    bool Holds(ITypeSymbol? type) =>
        belay.IsCoroutine(type)
        // Task.Run(() => Work()) gives a task of a coroutine that nobody has run.
        || type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1, ContainingNamespace.Name: "Tasks" } task && belay.IsCoroutine(task.TypeArguments[0]);

    bool IsSequence(IMethodSymbol method, ITypeSymbol? type) =>
        method.ContainingType is { Name: "Enumerable", ContainingNamespace.Name: "Linq" } linq
        && BelaySymbols.Same(linq, compilation.GetTypeByMetadataName("System.Linq.Enumerable"))
        && Element(type) is { } element
        && belay.IsCoroutine(element);

    // What takes an element out, as First does, makes nothing; it is an element itself.
    static ITypeSymbol? Element(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments.Length: 1, Name: "IEnumerable" or "List" or "HashSet" } named => named.TypeArguments[0],
        _ => null,
    };
}
