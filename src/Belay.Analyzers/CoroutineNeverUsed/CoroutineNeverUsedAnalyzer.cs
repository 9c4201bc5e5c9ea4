using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.CoroutineNeverUsed;

/// <summary>BELAY001: a coroutine is made, and nobody runs it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CoroutineNeverUsedAnalyzer() : BelayAnalyzer(_rule)
{
    static readonly DiagnosticDescriptor _rule = Rule.Create(
        "BELAY001",
        "A coroutine is never awaited, returned or given to an owner",
        "Nothing of '{0}' runs: the coroutine is never awaited, returned or given to an owner",
        DiagnosticSeverity.Error);

    private protected override void Start(CompilationStartAnalysisContext context, BelaySymbols belay) =>
        context.RegisterOperationAction(
            operation => Analyze(operation, new(belay, operation.Compilation)), OperationKind.Invocation, OperationKind.Await);

    static void Analyze(OperationAnalysisContext context, CoroutineValues values)
    {
        var made = context.Operation;
        if (!values.IsMade(made)
            || made is IInvocationOperation call && Ownership.HandsOver(call)
            || !IsLost(Destination.Of(made), depth: 0))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(_rule, Whole(made).Syntax.GetLocation(), CoroutineValues.Name(made)));
    }

    static bool IsLost(Destination destination, int depth) => destination switch
    {
        { Fate: Fate.Text } => true,
        { Fate: Fate.Dropped } => !ExpectedToThrow.Covers(destination.Operation),
        { Fate: Fate.Argument, Operation: IArgumentOperation argument } => ForgetfulParameter.IsIgnored(argument) || IsPrinted(argument),
        { Fate: Fate.Local, Symbol: ILocalSymbol { RefKind: RefKind.None } local } =>
            depth < 4 && Variables.Reads(local, destination.Operation).All(read => IsLost(Destination.Of(read), depth + 1)),
        _ => false,
    };

    /// <summary>What a console shows of a coroutine is its type.</summary>
    static bool IsPrinted(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation { TargetMethod: { Name: "Write" or "WriteLine", ContainingType.Name: "Console" or "TextWriter" or "Debug" or "Trace" } };

    /// <summary>With the receiver of a <c>?.</c>, which is no part of the call.</summary>
    static IOperation Whole(IOperation made)
    {
        while (made.Parent is IConditionalAccessOperation access && access.WhenNotNull == made)
        {
            made = access;
        }

        return made;
    }
}
