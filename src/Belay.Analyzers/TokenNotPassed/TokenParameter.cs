using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.TokenNotPassed;

/// <summary>Whether a call could be given a token and is not.</summary>
static class TokenParameter
{
    /// <summary>Of calls whose outcome can be awaited, and that are not Belay's. A token that is said, even <c>default</c>, is meant.</summary>
    public static bool LeftOut(IInvocationOperation call, BelaySymbols belay)
    {
        var method = call.TargetMethod;
        if (method.ReturnType.Name is not ("Task" or "ValueTask" or "IAsyncEnumerable")
            || OnlyBegins(method)
            || IsGivenBelow(call)
            || BelaySymbols.Same(method.ContainingAssembly, belay.Coro?.ContainingAssembly))
        {
            return false;
        }

        foreach (var argument in call.Arguments)
        {
            if (BelaySymbols.Same(argument.Value.Type, belay.CancellationToken) || BelaySymbols.Same(argument.Parameter?.Type, belay.CancellationToken))
            {
                return argument.ArgumentKind == ArgumentKind.DefaultValue;
            }

            if (argument.ArgumentKind == ArgumentKind.ParamArray)
            {
                return false;
            }
        }

        return method.MethodKind is MethodKind.Ordinary or MethodKind.ReducedExtension && HasOverload(method, belay);
    }

    /// <summary>The token of these only keeps the work from beginning.</summary>
    static bool OnlyBegins(IMethodSymbol method) =>
        method is { Name: "Run", ContainingType.Name: "Task" } or { Name: "StartNew", ContainingType.Name: "TaskFactory" } or { Name: "ContinueWith" };

    /// <summary><c>Items().WithCancellation(token)</c> says it in another way.</summary>
    static bool IsGivenBelow(IInvocationOperation call)
    {
        for (var outer = call.Parent; outer is IArgumentOperation or IConversionOperation or IInvocationOperation; outer = outer.Parent)
        {
            if (outer is IInvocationOperation { TargetMethod.Name: "WithCancellation" })
            {
                return true;
            }
        }

        return false;
    }

    static bool HasOverload(IMethodSymbol method, BelaySymbols belay)
    {
        foreach (var member in method.ContainingType.GetMembers(method.Name))
        {
            if (member is IMethodSymbol other
                && other.Parameters.Length == method.Parameters.Length + 1
                && other.IsStatic == method.IsStatic
                && other.Arity == method.Arity
                && belay.Compilation.IsSymbolAccessibleWithin(other, belay.Compilation.Assembly)
                && !other.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(ObsoleteAttribute))
                && IsSameWithToken(method, method.Arity == 0 ? other : other.Construct([.. method.TypeArguments]), belay))
            {
                return true;
            }
        }

        return false;
    }

    static bool IsSameWithToken(IMethodSymbol method, IMethodSymbol other, BelaySymbols belay)
    {
        var tokens = 0;
        for (var i = 0; i < other.Parameters.Length; i++)
        {
            var type = other.Parameters[i].Type;
            if (tokens == 0 && BelaySymbols.Same(type, belay.CancellationToken))
            {
                tokens++;
            }
            else if (i - tokens >= method.Parameters.Length || !SymbolEqualityComparer.Default.Equals(type, method.Parameters[i - tokens].Type))
            {
                return false;
            }
        }

        return tokens == 1 && GiveTheSame(method.ReturnType, other.ReturnType);
    }

    /// <summary>A Task of one is as good as a ValueTask of the other.</summary>
    static bool GiveTheSame(ITypeSymbol one, ITypeSymbol other) =>
        one is INamedTypeSymbol first && other is INamedTypeSymbol second
        && (first.Name == "IAsyncEnumerable") == (second.Name == "IAsyncEnumerable")
        && first.TypeArguments.SequenceEqual<ITypeSymbol>(second.TypeArguments, SymbolEqualityComparer.Default);
}
