using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Belay.Analyzers.Tests;

/// <summary>All that the package brings.</summary>
static class Rules
{
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } =
    [
        .. typeof(BelayAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static string[] Ids { get; } =
        [.. All.OfType<BelayAnalyzer>().SelectMany(rule => rule.SupportedDiagnostics).Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal)];
}
