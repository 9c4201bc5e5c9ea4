using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.BlockingCall;

/// <summary>BELAY007: a coroutine blocks the thread of its loop.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingCallAnalyzer() : BelayAnalyzer(_rule)
{
    static readonly DiagnosticDescriptor _rule = Rule.Create(
        "BELAY007",
        "A blocking call in a coroutine",
        "'{0}' blocks the loop, and every task on it, until it returns. Use {1}.",
        DiagnosticSeverity.Warning);

    private protected override void Start(CompilationStartAnalysisContext context, BelaySymbols belay)
    {
        var methods = new BlockingMethods(context.Compilation);
        // Most calls of a program are of a few methods, and no blocking ones.
        var known = new ConcurrentDictionary<IMethodSymbol, string?>(SymbolEqualityComparer.Default);
        context.RegisterOperationAction(operation => AnalyzeCall(operation, belay, methods, known), OperationKind.Invocation);
        context.RegisterOperationAction(operation => AnalyzeResult(operation, belay, methods), OperationKind.PropertyReference);
    }

    static void AnalyzeCall(
        OperationAnalysisContext context, BelaySymbols belay, BlockingMethods methods, ConcurrentDictionary<IMethodSymbol, string?> known)
    {
        var call = (IInvocationOperation)context.Operation;
        if (known.GetOrAdd(call.TargetMethod.OriginalDefinition, methods.Counterpart) is not { } counterpart
            || BlockingMethods.ReturnsAtOnce(call)
            || !LoopCode.Contains(call, context.ContainingSymbol, belay))
        {
            return;
        }

        var waitedFor = methods.WaitedFor(call);
        if (waitedFor is null || !CompletedTask.Is(waitedFor))
        {
            Report(context, call.TargetMethod, call.Syntax, counterpart);
        }
    }

    static void AnalyzeResult(OperationAnalysisContext context, BelaySymbols belay, BlockingMethods methods)
    {
        var property = (IPropertyReferenceOperation)context.Operation;
        if (property is { Property.Name: "Result", Instance: { } task, Parent: not INameOfOperation }
            && methods.IsTask(property.Property.ContainingType)
            && LoopCode.Contains(property, context.ContainingSymbol, belay)
            && !CompletedTask.Is(task))
        {
            Report(context, property.Property, property.Syntax, "await");
        }
    }

    static void Report(OperationAnalysisContext context, ISymbol member, SyntaxNode syntax, string counterpart) =>
        context.ReportDiagnostic(Diagnostic.Create(_rule, syntax.GetLocation(), $"{member.ContainingType.Name}.{member.Name}", counterpart));
}
