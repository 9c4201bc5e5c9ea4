namespace Belay.Tests.Readme;

/// <summary>That the checks of the documents can fail, and do not for what a reader's own build accepts.</summary>
public class DocumentCompilerTests
{
    const string Program = """
        using Belay;

        Coro.Run(Main());

        async Coro Main()
        {
            await TaskGroup.Run(async group =>
            {
                group.CreateTask(Say("hello"));
            });
        }

        async Coro Say(string text)
        {
            await Coro.Yield();
            Console.WriteLine(text);
        }
        """;

    [Fact]
    public async Task FindComplaints_GoodProgram_HasNone() =>
        Assert.Empty(await FindComplaintsAsync(new("doc.md", 1, Program, IsFragment: false, Given: "", Output: null)));

    [Fact]
    public async Task FindComplaints_UnknownName_IsGivenInTheLinesOfTheDocument() =>
        Assert.StartsWith(
            "doc.md:42: CS0103",
            Assert.Single(await FindComplaintsAsync(new("doc.md", 41, "var a = 1;\nWalrus(a);", IsFragment: false, Given: "", Output: null))));

    [Fact]
    public async Task FindComplaints_CoroutineDropped_IsOneOfTheCompilersAndOfTheRules()
    {
        var complaints = await FindComplaintsAsync(new("doc.md", 1, "await Coro.Yield();\nCoro.Yield();", IsFragment: true, Given: "", Output: null));

        Assert.Equal(["BELAY001", "CS4014"], complaints.Select(complaint => complaint.Split(": ")[1]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("var page = await Fetch();", "static Coro<string> Fetch() => Coro.FromResult(string.Empty);")]
    [InlineData("async Coro Idle() => await Coro.Yield();", "")]
    [InlineData("class Account { public int Balance { get; set; } }", "")]
    public async Task FindComplaints_FragmentOfAnyKind_HasNone(string code, string given) =>
        Assert.Empty(await FindComplaintsAsync(new("doc.md", 1, code, IsFragment: true, given, Output: null)));

    [Fact]
    public void Run_Program_GivesItsOutputAndExitCode()
    {
        var compilation = DocumentCompiler.Compile(new("doc.md", 1, Program + "\nreturn 3;", IsFragment: false, Given: "", Output: null));

        var (exitCode, output, _) = DocumentProgram.Run(compilation);

        Assert.Equal((3, "hello\n"), (exitCode, output));
    }

    static Task<string[]> FindComplaintsAsync(CodeBlock block) => DocumentCompiler.FindComplaintsAsync(DocumentCompiler.Compile(block));
}
