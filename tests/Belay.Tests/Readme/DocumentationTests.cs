using Belay.Tests.Surface;

namespace Belay.Tests.Readme;

/// <summary>Every line of C# that the documents show is true: it compiles without a warning, but for the mistakes that it shows, and prints what they say it prints.</summary>
public class DocumentationTests
{
    static readonly (string Name, string Text)[] _documents = [.. FindDocuments()];

    static readonly Dictionary<string, CodeBlock> _blocks =
        _documents.SelectMany(document => Markdown.FindCode(document.Name, document.Text)).ToDictionary(block => block.Name);

    public static TheoryData<string> Blocks => [.. _blocks.Keys];

    public static TheoryData<string> Programs => [.. _blocks.Values.Where(CanRun).Select(block => block.Name)];

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Block_Compiled_DrawsTheComplaintsTheDocumentKnowsOf(string block)
    {
        var complaints = await DocumentCompiler.FindComplaintsAsync(DocumentCompiler.Compile(_blocks[block]));

        var reported = string.Join(", ", complaints.Select(complaint => complaint.Split(": ")[1]).Distinct().Order(StringComparer.Ordinal));
        Assert.True(reported == _blocks[block].Reported, string.Join('\n', complaints));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Program_Run_PrintsWhatTheDocumentSays(string block)
    {
        var program = _blocks[block];

        var (exitCode, output, error) = DocumentProgram.Run(DocumentCompiler.Compile(program));

        Assert.True(exitCode == 0, $"It ended with {exitCode}:\n{error}");
        if (program.Output is { } promised)
        {
            Assert.Equal(promised, output);
        }
    }

    [Fact]
    public void Documents_EveryBlockOfCSharp_IsAmongTheTested() =>
        Assert.Equal(_documents.Sum(document => Markdown.CountFences(document.Text)), _blocks.Count);

    /// <summary>What sends itself a signal does it with the C library of Unix.</summary>
    static bool CanRun(CodeBlock block) => !block.IsFragment && (!OperatingSystem.IsWindows() || !block.Code.Contains("\"libc\"", StringComparison.Ordinal));

    static IEnumerable<(string Name, string Text)> FindDocuments()
    {
        // The rules' pages show wrong code too: they have tests of their own, beside the rules'.
        var rules = SourceTree.PathOf("docs/rules") + Path.DirectorySeparatorChar;
        var files = Directory.GetFiles(SourceTree.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(rules, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return files.Prepend(SourceTree.PathOf("README.md"))
            .Select(file => (Path.GetRelativePath(SourceTree.Root, file), File.ReadAllText(file)));
    }
}
