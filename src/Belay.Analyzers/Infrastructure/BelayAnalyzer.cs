using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Belay.Analyzers;

/// <summary>What all rules have in common: they look at code that people wrote, in projects that use Belay, concurrently.</summary>
public abstract class BelayAnalyzer : DiagnosticAnalyzer
{
    private protected BelayAnalyzer(params DiagnosticDescriptor[] rules) => SupportedDiagnostics = [.. rules];

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (BelaySymbols.Of(start.Compilation) is { } belay)
            {
                Start(start, belay);
            }
        });
    }

    /// <summary>Registers the narrowest actions that serve.</summary>
    private protected abstract void Start(CompilationStartAnalysisContext context, BelaySymbols belay);
}
