using Microsoft.CodeAnalysis;

namespace Belay.Analyzers.Tests.Pages;

/// <summary>Each rule has a page, and what the page says of its examples is true.</summary>
public class RulePageTests
{
    public static TheoryData<string> Ids => [.. Rules.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_OfRule_HasItsSections(string id)
    {
        var page = RulePage.Read(id);
        var rule = Descriptor(id);

        Assert.Equal($"# {id}: {rule.Title}", page.Title);
        Assert.Contains($"\nSeverity: {rule.DefaultSeverity.ToString().ToLowerInvariant()}.", page.Text);
        Assert.Equal(["Wrong", "Right", "Why", "When to suppress"], page.Sections);
        Assert.Contains("asyncio", page.Section("Why"));
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task WrongCode_OfPage_IsReportedInTheMarkedLinesByThatRuleAlone(string id)
    {
        var blocks = RulePage.Read(id).Blocks("Wrong");

        Assert.NotEmpty(blocks);
        foreach (var code in blocks)
        {
            var lines = code.Split('\n');
            var marked = Enumerable.Range(1, lines.Length).Where(number => lines[number - 1].Contains($"// {id}")).Select(number => $"{id} in {number}");
            Assert.NotEmpty(marked);
            Assert.Equal(marked, await ReportsAsync(code));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task RightCode_OfPage_IsReportedByNoRule(string id)
    {
        var blocks = RulePage.Read(id).Blocks("Right");

        Assert.NotEmpty(blocks);
        foreach (var code in blocks)
        {
            Assert.Empty(await ReportsAsync(code));
        }
    }

    [Fact]
    public void Folder_Always_HasAPageForEachRuleAndAnIndex()
    {
        var pages = Directory.GetFiles(RulePage.Folder, "*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);

        Assert.Equal([.. Rules.Ids, "README"], pages);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Index_Always_HasALineForTheRule(string id)
    {
        var rule = Descriptor(id);

        var line = $"| [{id}]({id}.md) | {rule.Title} | {rule.DefaultSeverity.ToString().ToLowerInvariant()} |";
        Assert.Contains(File.ReadAllLines(Path.Combine(RulePage.Folder, "README.md")), row => row.StartsWith(line, StringComparison.Ordinal));
    }

    static async Task<string[]> ReportsAsync(string code) =>
    [
        .. (await AnalyzerHarness.RunAsync(code, Rules.All))
            .Where(RuleVerifier.IsOurs)
            .OrderBy(report => report.Location.SourceSpan.Start)
            .Select(report => $"{report.Id} in {report.Location.GetLineSpan().StartLinePosition.Line + 1}"),
    ];

    static DiagnosticDescriptor Descriptor(string id) =>
        Rules.All.OfType<BelayAnalyzer>().SelectMany(rule => rule.SupportedDiagnostics).First(rule => rule.Id == id);
}
