using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.EndlessChild;

/// <summary>BELAY003: a task that cannot end is started in a group that nobody cancels, so that the group cannot end either.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EndlessChildAnalyzer() : BelayAnalyzer(_rule, _ruleOfQueues)
{
    const string Title = "A task that cannot end is started in a group";

    const string Message = "'{0}' ends only if it is cancelled, and nobody cancels the group, which waits for it for ever: start it in BackgroundTasks";

    static readonly DiagnosticDescriptor _rule = Rule.Create("BELAY003", Title, Message, DiagnosticSeverity.Warning);

    static readonly DiagnosticDescriptor _ruleOfQueues =
        Rule.Create("BELAY003", Title, Message, DiagnosticSeverity.Warning, WellKnownDiagnosticTags.CompilationEnd);

    private protected override void Start(CompilationStartAnalysisContext context, BelaySymbols belay)
    {
        // A loop over a queue ends when the queue is shut down, which may be done anywhere.
        var readers = new ConcurrentBag<Diagnostic>();
        var shutDowns = new ConcurrentBag<ITypeSymbol>();
        context.RegisterOperationAction(operation => Analyze(operation, belay, readers, shutDowns), OperationKind.Invocation);
        context.RegisterCompilationEndAction(end =>
        {
            if (shutDowns.IsEmpty)
            {
                foreach (var reader in readers) end.ReportDiagnostic(reader);
            }
        });
    }

    static void Analyze(OperationAnalysisContext context, BelaySymbols belay, ConcurrentBag<Diagnostic> readers, ConcurrentBag<ITypeSymbol> shutDowns)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name == "Shutdown" && BelaySymbols.Inherits(call.TargetMethod.ContainingType, belay.AsyncQueue))
        {
            shutDowns.Add(call.TargetMethod.ContainingType);
            return;
        }

        if (!BelaySymbols.IsMember(call.TargetMethod, belay.TaskGroup, "CreateTask")
            || call.Arguments.FirstOrDefault(Ownership.IsTaken)?.Value is not { } child
            || Variables.Origin(child) is not IInvocationOperation work)
        {
            return;
        }

        var life = Lives.Of(work, context.CancellationToken);
        if (life == Life.Ends || GroupEnds.Possibly(call, belay))
        {
            return;
        }

        var place = child is IConversionOperation { IsImplicit: true } converted ? converted.Operand : child;
        if (life == Life.Endless)
        {
            context.ReportDiagnostic(Diagnostic.Create(_rule, place.Syntax.GetLocation(), CoroutineName(work)));
        }
        else
        {
            readers.Add(Diagnostic.Create(_ruleOfQueues, place.Syntax.GetLocation(), CoroutineName(work)));
        }
    }

    static string CoroutineName(IInvocationOperation work) =>
        work.TargetMethod.MethodKind == MethodKind.DelegateInvoke ? work.Instance?.Syntax.ToString() ?? "it" : work.TargetMethod.Name;
}
