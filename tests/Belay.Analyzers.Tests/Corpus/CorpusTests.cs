using Belay.Analyzers.Tests.Pages;

namespace Belay.Analyzers.Tests.Corpus;

/// <summary>
/// Faulty programs, written after the warnings of the notes and after real bug reports. The first line of each names the rule that is to report it,
/// and the bug. Those that no rule reports are listed in <c>docs/rules/README.md</c>.
/// </summary>
public class CorpusTests
{
    static readonly string _folder = Path.Combine(SourceTree.Root, "tests", "Belay.Analyzers.Tests", "Corpus", "Programs");

    static readonly string[] _missed = [.. File.ReadAllLines(Path.Combine(RulePage.Folder, "README.md"))
        .Where(line => line.StartsWith("- `", StringComparison.Ordinal))
        .Select(line => line.Split('`')[1])];

    static readonly string[] _programs = [.. Directory.GetFiles(_folder, "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Programs => [.. _programs];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Program_Faulty_IsReportedOrListedAsMissed(string program)
    {
        var source = await File.ReadAllTextAsync(Path.Combine(_folder, $"{program}.cs"));
        var expected = source[3..source.IndexOf(':')];

        var reports = (await AnalyzerHarness.RunAsync(source, Rules.All)).Where(RuleVerifier.IsOurs).Select(report => report.Id).Distinct().ToArray();

        Assert.Contains(expected, Rules.Ids);
        Assert.True(
            reports.Contains(expected) != _missed.Contains(program),
            $"{expected} was {(reports.Contains(expected) ? "" : "not ")}reported; what was: {string.Join(", ", reports)}");
    }

    [Fact]
    public void Corpus_AsAWhole_HasSixtyProgramsOfWhichAtMostFiveAreMissed()
    {
        Assert.True(_programs.Length >= 60);
        Assert.True(_missed.Length <= 5);
        Assert.Empty(_missed.Except(_programs));
    }
}
