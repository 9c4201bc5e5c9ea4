using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Belay.Analyzers.TokenNotPassed;

/// <summary>BELAY011: a coroutine is handed a token, where cancelling it is the way; or does not hand .NET its own.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TokenNotPassedAnalyzer() : BelayAnalyzer(_rule)
{
    static readonly DiagnosticDescriptor _rule = Rule.Create(
        "BELAY011",
        "A token is taken, or not given, where the task has one",
        "{0}",
        DiagnosticSeverity.Info);

    private protected override void Start(CompilationStartAnalysisContext context, BelaySymbols belay)
    {
        if (belay.CancellationToken is null)
        {
            return;
        }

        context.RegisterOperationAction(operation => AnalyzeCall(operation, belay), OperationKind.Invocation);
        context.RegisterOperationAction(operation => AnalyzeLocal(operation, belay), OperationKind.LocalFunction);
        context.RegisterSymbolAction(symbol => AnalyzeMethod(symbol, belay), SymbolKind.Method);
    }

    static void AnalyzeCall(OperationAnalysisContext context, BelaySymbols belay)
    {
        var call = (IInvocationOperation)context.Operation;
        if (TokenParameter.LeftOut(call, belay) && call.IsInCoroutine(context.ContainingSymbol, belay))
        {
            Report(context.ReportDiagnostic, call.Syntax.GetLocation(), $"'{call.TargetMethod.Name}' takes a token and gets none: it goes on when this task is cancelled. Pass Coro.Token.");
        }
    }

    static void AnalyzeLocal(OperationAnalysisContext context, BelaySymbols belay) =>
        AnalyzeParameters(((ILocalFunctionOperation)context.Operation).Symbol, context.ReportDiagnostic, belay);

    static void AnalyzeMethod(SymbolAnalysisContext context, BelaySymbols belay)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method is { IsOverride: false, IsImplicitlyDeclared: false, MethodKind: MethodKind.Ordinary } && !Implements(method))
        {
            AnalyzeParameters(method, context.ReportDiagnostic, belay);
        }
    }

    static void AnalyzeParameters(IMethodSymbol method, Action<Diagnostic> report, BelaySymbols belay)
    {
        if (!belay.IsCoroutine(method.ReturnType))
        {
            return;
        }

        foreach (var parameter in method.Parameters)
        {
            if (BelaySymbols.Same(parameter.Type, belay.CancellationToken) && parameter.Locations.FirstOrDefault() is { } location)
            {
                Report(report, location, $"The coroutine '{method.Name}' takes a token: whoever awaits it cancels it without one. Leave it out, and use Coro.Token inside.");
            }
        }
    }

    static bool Implements(IMethodSymbol method) =>
        method.ContainingType is { } type && method.Parameters.Length > 0 && type.AllInterfaces
            .SelectMany(contract => contract.GetMembers(method.Name))
            .Any(member => BelaySymbols.Same(type.FindImplementationForInterfaceMember(member), method));

    static void Report(Action<Diagnostic> report, Location location, string message) => report(Diagnostic.Create(_rule, location, message));
}
