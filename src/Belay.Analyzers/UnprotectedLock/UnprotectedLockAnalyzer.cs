using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.UnprotectedLock;

/// <summary>BELAY014: nothing gives the lock back if the code that holds it fails or is cancelled.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnprotectedLockAnalyzer() : BelayAnalyzer(_rule)
{
    static readonly DiagnosticDescriptor _rule = Rule.Create(
        "BELAY014",
        "A lock or semaphore may stay taken",
        "'{0}' stays taken if what follows fails or is cancelled. Take it with using, or release it in a finally.",
        DiagnosticSeverity.Info);

    private protected override void Start(CompilationStartAnalysisContext context, BelaySymbols belay)
    {
        context.RegisterOperationAction(operation => AnalyzeAwait(operation, belay), OperationKind.Await);
        context.RegisterOperationAction(operation => AnalyzeCall(operation, belay), OperationKind.Invocation);
    }

    /// <summary>An await that gives a releaser, whatever gives it: <c>AcquireAsync</c>, a <c>WaitFor</c> round it, a method of the user's.</summary>
    static void AnalyzeAwait(OperationAnalysisContext context, BelaySymbols belay)
    {
        var wait = (IAwaitOperation)context.Operation;
        if (wait.Type is not INamedTypeSymbol { Name: "Releaser", ContainingType: { } owner }
            || !BelaySymbols.Same(owner, belay.AsyncLock) && !BelaySymbols.Same(owner, belay.AsyncSemaphore))
        {
            return;
        }

        var destination = Destination.Of(wait);
        var isKept = destination switch
        {
            { Fate: Fate.Dropped } => false,
            { Fate: Fate.Local, Symbol: ILocalSymbol local } => IsUsing(destination.Operation) || IsGivenOn(local, destination.Operation),
            _ => true,
        };
        var taken = Acquisition.Of(wait);
        if (!isKept && (taken is null || !Releases.Protect(taken, wait)))
        {
            context.ReportDiagnostic(Diagnostic.Create(_rule, wait.Syntax.GetLocation(), taken?.Syntax.ToString() ?? "The lock"));
        }
    }

    /// <summary>What is taken without a releaser: <c>TryAcquire</c>, and .NET's semaphore.</summary>
    static void AnalyzeCall(OperationAnalysisContext context, BelaySymbols belay)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.Instance is not { } taken
            || !Acquisition.HasNoReleaser(call, belay)
            || Destination.Of(call) is { Fate: Fate.Returned }
            || Functions.Enclosing(call, context.ContainingSymbol) is IMethodSymbol { IsAsync: false } && !Releases.AreHere(taken, call)
            || Releases.Protect(taken, call))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(_rule, call.Syntax.GetLocation(), taken.Syntax.ToString()));
    }

    static bool IsUsing(IOperation declarator)
    {
        for (var outer = declarator.Parent; outer is IVariableDeclarationOperation or IVariableDeclarationGroupOperation or IUsingOperation or IUsingDeclarationOperation; outer = outer.Parent)
        {
            if (outer is IUsingOperation or IUsingDeclarationOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is disposed of in a finally or by a using, or is handed to somebody else.</summary>
    static bool IsGivenOn(ILocalSymbol local, IOperation place)
    {
        foreach (var read in Variables.Reads(local, place))
        {
            if (Destination.Of(read) is not { Fate: Fate.Receiver or Fate.Dropped } || Releases.IsInFinally(read))
            {
                return true;
            }
        }

        return false;
    }
}
