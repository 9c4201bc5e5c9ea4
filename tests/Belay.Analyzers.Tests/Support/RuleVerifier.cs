using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Belay.Analyzers.Tests;

/// <summary>Checks that a rule reports the marked places, and nothing else.</summary>
static class RuleVerifier
{
    public static async Task VerifyAsync<TRule>(string marked)
        where TRule : DiagnosticAnalyzer, new()
    {
        var (source, marks) = Markup.Parse(marked);

        var reports = (await AnalyzerHarness.RunAsync(source, new TRule())).Where(IsOurs).OrderBy(report => report.Location.SourceSpan.Start);

        Assert.Equal(
            marks.Select(mark => $"{mark.Id}: {source.Substring(mark.Span.Start, mark.Span.Length)} at {mark.Span}"),
            reports.Select(report => $"{report.Id}: {source.Substring(report.Location.SourceSpan.Start, report.Location.SourceSpan.Length)} at {report.Location.SourceSpan}"));
    }

    public static bool IsOurs(Diagnostic diagnostic) => diagnostic.Id.StartsWith("BELAY", StringComparison.Ordinal) && !diagnostic.IsSuppressed;
}
