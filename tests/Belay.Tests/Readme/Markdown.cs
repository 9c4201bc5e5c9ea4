using System.Text.RegularExpressions;

namespace Belay.Tests.Readme;

/// <summary>
/// Finds the C# in a document. A <c>csharp</c> block is a whole program, run by the tests, and if the next block is
/// <c>text output</c>, it has to print that. After the comment <c>&lt;!-- fragment --&gt;</c> it is compiled only; what it uses
/// without declaring it may be declared in the comment, on the lines after that word. After <c>&lt;!-- reports BELAY002 --&gt;</c>
/// it shows a mistake, and the rules have to say so.
/// </summary>
static partial class Markdown
{
    public static IEnumerable<CodeBlock> FindCode(string document, string text)
    {
        text = text.ReplaceLineEndings("\n");
        return Block().Matches(text).Select(match => new CodeBlock(
            document,
            Line: text.AsSpan(0, match.Groups["code"].Index).Count('\n') + 1,
            match.Groups["code"].Value,
            IsFragment: match.Groups["given"].Success,
            match.Groups["given"].Value.Trim(),
            match.Groups["output"].Success ? match.Groups["output"].Value : null,
            match.Groups["reported"].Value.Trim()));
    }

    /// <summary>How many blocks a reader would take for C#, also those that <see cref="FindCode"/> does not know.</summary>
    public static int CountFences(string text) => AnyFence().Count(text);

    [GeneratedRegex(
        """
        (?: <!-- \s* reports \b (?<reported>[^>]*?) --> \s* )?
        (?: <!-- \s* fragment \b (?<given>.*?) --> \s* )?
        ^```csharp\n (?<code>.*?) ^```$
        (?: (?: (?!^```) . )* ^```text[ ]output\n (?<output>.*?) ^```$ )?
        """,
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Block();

    [GeneratedRegex(@"^[ \t>]*(```|~~~)`*\s*(c#|cs)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex AnyFence();
}
