using System.Text.RegularExpressions;

namespace Belay.Analyzers.Tests.Pages;

/// <summary>A page of <c>docs/rules</c>: sections, and in them blocks of C#.</summary>
sealed partial record RulePage(string Id, string Text)
{
    public static string Folder { get; } = Path.Combine(SourceTree.Root, "docs", "rules");

    public static RulePage Read(string id) => new(id, File.ReadAllText(Path.Combine(Folder, $"{id}.md")).ReplaceLineEndings("\n"));

    public string Title => Text[..Text.IndexOf('\n')];

    /// <summary>The headings of the second level, in order.</summary>
    public IEnumerable<string> Sections => Heading().Matches(Text).Select(match => match.Groups[1].Value);

    /// <summary>The blocks of C# in that section.</summary>
    public string[] Blocks(string section) => [.. Block().Matches(Section(section)).Select(match => match.Groups[1].Value)];

    public string Section(string section)
    {
        var start = Text.IndexOf($"\n## {section}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{Id}.md has no section '{section}'.");
        var end = Text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? Text[start..] : Text[start..end];
    }

    [GeneratedRegex("^## (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
