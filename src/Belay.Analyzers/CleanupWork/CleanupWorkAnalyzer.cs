using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.CleanupWork;

/// <summary>BELAY010: a <c>finally</c>, or a catch for cancellation, throws something else or starts new work.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CleanupWorkAnalyzer() : BelayAnalyzer(_rule)
{
    static readonly DiagnosticDescriptor _rule = Rule.Create(
        "BELAY010",
        "A clean-up throws or starts work",
        "{0} {1}: what runs when a task is stopped is for cleaning up, and lets pass what stopped it",
        DiagnosticSeverity.Warning);

    private protected override void Start(CompilationStartAnalysisContext context, BelaySymbols belay)
    {
        context.RegisterOperationAction(operation => AnalyzeTry(operation, belay), OperationKind.Try);
        context.RegisterOperationAction(operation => AnalyzeCatch(operation, belay), OperationKind.CatchClause);
    }

    static void AnalyzeTry(OperationAnalysisContext context, BelaySymbols belay)
    {
        if (context.Operation is ITryOperation { Finally: { } last } && last.RunsOnLoop(context.ContainingSymbol, belay))
        {
            Analyze(context, belay, last, "A finally");
        }
    }

    static void AnalyzeCatch(OperationAnalysisContext context, BelaySymbols belay)
    {
        var handler = (ICatchClauseOperation)context.Operation;
        if (BelaySymbols.Inherits(handler.ExceptionType, belay.OperationCanceledException)
            && handler.RunsOnLoop(context.ContainingSymbol, belay)
            && !StoppedHere.Covers(handler))
        {
            Analyze(context, belay, handler.Handler, "A catch for cancellation");
        }
    }

    static void Analyze(OperationAnalysisContext context, BelaySymbols belay, IOperation cleanup, string where)
    {
        foreach (var operation in OwnCode(cleanup))
        {
            if (Offence(operation, cleanup, belay) is { } offence)
            {
                context.ReportDiagnostic(Diagnostic.Create(_rule, operation.Syntax.GetLocation(), where, offence));
            }
        }
    }

    static string? Offence(IOperation operation, IOperation cleanup, BelaySymbols belay) => operation switch
    {
        IThrowOperation { Exception: { } thrown } toss when !IsCaught(toss, cleanup) && !IsTheCaught(thrown, cleanup) => "throws something else",
        IInvocationOperation call when StartsTask(call.TargetMethod, belay) && Destination.Of(call).Fate != Fate.Awaited => "starts a task",
        IInvocationOperation call when BelaySymbols.IsMember(call.TargetMethod, belay.BackgroundTasks, "Start") => "starts a task",
        IInvocationOperation { TargetMethod.Name: "PutAsync" or "TryPut" } call
            when BelaySymbols.Inherits(call.TargetMethod.ContainingType, belay.AsyncQueue) && !GivesBack(call) => "puts an item",
        _ => null,
    };

    static bool StartsTask(IMethodSymbol method, BelaySymbols belay) =>
        method.Name == "CreateTask"
        && (BelaySymbols.Same(method.ContainingType, belay.Coro)
            || BelaySymbols.Same(method.ContainingType, belay.TaskGroup)
            || BelaySymbols.Same(method.ContainingType, belay.BackgroundTasks));

    /// <summary>The clean-up's own code, with that of the blocks it awaits; a clean-up within it reports for itself.</summary>
    static IEnumerable<IOperation> OwnCode(IOperation cleanup)
    {
        foreach (var operation in Functions.OwnCode(cleanup))
        {
            if (operation is IAnonymousFunctionOperation)
            {
                if (IsCleanupBlock(operation))
                {
                    foreach (var inner in Functions.OwnCode(operation)) yield return inner;
                }
            }
            else if (!IsInInnerCleanup(operation, cleanup))
            {
                yield return operation;
            }
        }
    }

    static bool IsCleanupBlock(IOperation lambda) =>
        lambda.Parent is IDelegateCreationOperation
        {
            Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Cleanup" or "Timeout", ContainingType.Name: "Coro" } } },
        };

    static bool IsInInnerCleanup(IOperation operation, IOperation cleanup)
    {
        for (var (child, outer) = (operation, operation.Parent); outer is not null && child != cleanup; (child, outer) = (outer, outer.Parent))
        {
            if (outer is ITryOperation attempt && attempt.Finally == child)
            {
                return true;
            }
        }

        return false;
    }

    static bool IsCaught(IOperation toss, IOperation cleanup)
    {
        for (var (child, outer) = (toss, toss.Parent); outer is not null && child != cleanup; (child, outer) = (outer, outer.Parent))
        {
            if (outer is ITryOperation { Catches.Length: > 0 } attempt && attempt.Body == child)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>To throw the very exception that was caught loses its trace, but lets it pass.</summary>
    static bool IsTheCaught(IOperation thrown, IOperation cleanup) =>
        Variables.Origin(thrown) is ILocalReferenceOperation local
        && cleanup.Parent is ICatchClauseOperation { ExceptionDeclarationOrExpression: IVariableDeclaratorOperation caught }
        && BelaySymbols.Same(caught.Symbol, local.Local);

    /// <summary>What was taken from that queue is put back: a pool.</summary>
    static bool GivesBack(IInvocationOperation put) =>
        put.Arguments.Length == 1
        && put.Instance is { } queue
        && Taken(put.Arguments[0].Value) is { Instance: { } source }
        && source.Syntax.ToString() == queue.Syntax.ToString();

    static IInvocationOperation? Taken(IOperation item) => Variables.Origin(item) switch
    {
        IAwaitOperation { Operation: IInvocationOperation { TargetMethod.Name: "GetAsync" } call } => call,
        ILocalReferenceOperation local => Variables.Values(local.Local, local).OfType<IAwaitOperation>()
            .Select(wait => wait.Operation).OfType<IInvocationOperation>().FirstOrDefault(call => call.TargetMethod.Name == "GetAsync")
            ?? TakenByOut(local),
        _ => null,
    };

    static IInvocationOperation? TakenByOut(ILocalReferenceOperation item) =>
        Functions.Root(item).Descendants().OfType<IInvocationOperation>().FirstOrDefault(call =>
            call.TargetMethod.Name == "TryGet"
            && call.Arguments.Any(argument => argument.Value.DescendantsAndSelf().Any(part => Variables.Refers(part, item.Local))));
}
