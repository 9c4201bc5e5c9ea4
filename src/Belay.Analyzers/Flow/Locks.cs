using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers;

/// <summary>Which calls take locks, and which give them back. A semaphore is a lock if it is made with one permit.</summary>
static class Locks
{
    public static bool IsAcquire(IInvocationOperation call, BelaySymbols belay) =>
        call.TargetMethod.Name is "AcquireAsync" or "WaitAsync" or "Wait" && IsLock(call, belay);

    public static bool IsTry(IOperation operation, BelaySymbols belay) =>
        operation is IInvocationOperation { TargetMethod.Name: "TryAcquire" } call && IsLock(call, belay);

    public static bool IsRelease(IOperation operation, AccessPath path) =>
        operation is IInvocationOperation { TargetMethod.Name: "Release", Instance: { } instance } && AccessPath.Of(instance) is { } released && released.Equals(path);

    static bool IsLock(IInvocationOperation call, BelaySymbols belay)
    {
        var type = call.TargetMethod.ContainingType;
        if (call.TargetMethod.Name is "AcquireAsync" or "TryAcquire" && (BelaySymbols.Same(type, belay.AsyncLock) || BelaySymbols.Same(type, belay.AsyncCondition)))
        {
            return true;
        }

        var isSemaphore = call.TargetMethod.Name is "AcquireAsync" or "TryAcquire"
            ? BelaySymbols.Inherits(type, belay.AsyncSemaphore)
            : type is { Name: "SemaphoreSlim", ContainingNamespace.Name: "Threading" };
        return isSemaphore && call.Instance is { } semaphore && HasOnePermit(semaphore);
    }

    static bool HasOnePermit(IOperation semaphore)
    {
        var variable = semaphore switch
        {
            IFieldReferenceOperation field => (ISymbol)field.Field,
            ILocalReferenceOperation local => local.Local,
            IPropertyReferenceOperation property => property.Property,
            _ => null,
        };
        var initializer = variable?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        };
        return initializer is BaseObjectCreationExpressionSyntax creation
            && (creation.ArgumentList is null or { Arguments.Count: 0 }
                || creation.ArgumentList.Arguments[0].Expression is LiteralExpressionSyntax { Token.ValueText: "1" });
    }
}
