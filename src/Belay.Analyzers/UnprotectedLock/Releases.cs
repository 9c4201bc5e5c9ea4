using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.UnprotectedLock;

/// <summary>Where something that was taken is released.</summary>
static class Releases
{
    /// <summary>
    /// Whether a finally of the function releases it, of a try that the acquisition is in, or that follows with no await in between. A
    /// semaphore that only others release is a signal, and nothing has to protect it.
    /// </summary>
    public static bool Protect(IOperation taken, IOperation acquisition)
    {
        if (Symbol(taken) is not { } instance)
        {
            return true;
        }

        var function = Functions.EnclosingCode(acquisition);
        var isReleasedHere = false;
        foreach (var operation in Functions.OwnCode(function))
        {
            if (operation is IInvocationOperation call && IsRelease(call, instance))
            {
                isReleasedHere = true;
                if (Try(call) is { } block && IsInTime(block, acquisition, function))
                {
                    return true;
                }
            }
        }

        return !isReleasedHere && taken.Type?.Name is "AsyncSemaphore" or "AsyncBoundedSemaphore" or "SemaphoreSlim" && IsReleasedElsewhere(instance, acquisition, function);
    }

    /// <summary>Whether the function that takes it releases it. One that is not async, and does not, takes it for somebody else.</summary>
    public static bool AreHere(IOperation taken, IOperation acquisition) =>
        Symbol(taken) is { } instance
        && Functions.OwnCode(Functions.EnclosingCode(acquisition))
            .Any(operation => operation is IInvocationOperation call && IsRelease(call, instance));

    public static bool IsInFinally(IOperation operation) => Try(operation) is not null;

    static ITryOperation? Try(IOperation operation)
    {
        for (var current = operation; current.Parent is { } parent and not (IAnonymousFunctionOperation or ILocalFunctionOperation); current = parent)
        {
            if (parent is ITryOperation block && block.Finally == current)
            {
                return block;
            }
        }

        return null;
    }

    static bool IsInTime(ITryOperation block, IOperation acquisition, IOperation function)
    {
        var (taken, tried) = (acquisition.Syntax.Span, block.Syntax.Span);
        if (tried.Contains(taken))
        {
            return true;
        }

        return taken.End <= tried.Start
            && !Functions.Awaits(function).Any(wait => wait.Syntax.SpanStart >= taken.End && wait.Syntax.Span.End <= tried.Start);
    }

    /// <summary>A call of its <c>Release</c>, or of a function in sight that makes one.</summary>
    static bool IsRelease(IInvocationOperation call, ISymbol instance) =>
        call is { TargetMethod.Name: "Release", Instance: { } released } && BelaySymbols.Same(Symbol(released), instance)
        || call.TargetMethod.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } source && Mentions(source, instance);

    static bool IsReleasedElsewhere(ISymbol instance, IOperation acquisition, IOperation function)
    {
        var scope = instance is IFieldSymbol or IPropertySymbol
            ? acquisition.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>()
            : Functions.Root(acquisition).Syntax;
        return scope is not null && Mentions(scope, instance);
    }

    /// <summary>By name: the text is what there is of a function elsewhere without another semantic model.</summary>
    static bool Mentions(SyntaxNode source, ISymbol instance)
    {
        foreach (var access in source.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
        {
            var receiver = access.Expression is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own ? own.Name : access.Expression;
            if (access.Name.Identifier.ValueText == "Release" && receiver is IdentifierNameSyntax name && name.Identifier.ValueText == instance.Name)
            {
                return true;
            }
        }

        return false;
    }

    static ISymbol? Symbol(IOperation operation) => Variables.Origin(operation) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        // A local whose value is made here: the variable stands for it.
        _ => operation is ILocalReferenceOperation variable ? variable.Local : null,
    };
}
