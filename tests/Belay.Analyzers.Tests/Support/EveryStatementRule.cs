using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Belay.Analyzers.Tests;

/// <summary>Stands for another package's rule: reports each statement that is a call, at the call or at its name.</summary>
#pragma warning disable RS1036, RS1038, RS1041 // A stand-in that no compiler loads.
[DiagnosticAnalyzer(LanguageNames.CSharp)]
sealed class EveryStatementRule(string id, bool onName) : DiagnosticAnalyzer
#pragma warning restore RS1036, RS1038, RS1041
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new(id, "A call", "A call", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(Report, SyntaxKind.ExpressionStatement);
    }

    void Report(SyntaxNodeAnalysisContext context)
    {
        if (((ExpressionStatementSyntax)context.Node).Expression is InvocationExpressionSyntax call)
        {
            var name = call.Expression is MemberAccessExpressionSyntax access ? access.Name : call.Expression;
            context.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics[0], (onName ? name : call).GetLocation()));
        }
    }
}
