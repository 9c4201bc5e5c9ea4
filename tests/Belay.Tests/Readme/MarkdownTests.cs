namespace Belay.Tests.Readme;

public class MarkdownTests
{
    [Fact]
    public void FindCode_ProgramAndOutput_AreReadWithTheirLine()
    {
        var block = Find("""
            Text.

            ```csharp
            a;

            b;
            ```
            It prints:
            ```text output
            one
            two
            ```
            """);

        Assert.Equal(new CodeBlock("doc.md", 4, "a;\n\nb;\n", IsFragment: false, Given: "", Output: "one\ntwo\n"), block);
    }

    [Fact]
    public void FindCode_OutputOfAnotherBlock_IsNotTaken()
    {
        var block = Find("""
            ```csharp
            a;
            ```
            ```sh
            ls
            ```
            ```text output
            one
            ```
            """);

        Assert.Null(block.Output);
    }

    [Fact]
    public void FindCode_Fragment_KnowsWhatItIsGiven()
    {
        var block = Find("""
            <!-- fragment
            static void F() { }
            -->
            ```csharp
            F();
            ```
            """);

        Assert.Equal((true, "static void F() { }", "F();\n"), (block.IsFragment, block.Given, block.Code));
    }

    [Fact]
    public void FindCode_Mistake_KnowsWhoReportsIt()
    {
        var block = Find("""
            <!-- reports BELAY002, BELAY008 -->
            <!-- fragment -->
            ```csharp
            F();
            ```
            """);

        Assert.Equal(("BELAY002, BELAY008", true), (block.Reported, block.IsFragment));
    }

    [Fact]
    public void FindCode_FragmentBeforeAnother_MarksOnlyItsOwn() =>
        Assert.Equal(
            [true, false],
            Markdown.FindCode("doc.md", "<!-- fragment -->\n```csharp\na;\n```\n\n```csharp\nb;\n```\n").Select(block => block.IsFragment));

    [Theory]
    [InlineData("```csharp\na;\n```", 1)]
    [InlineData("- list\n  ```csharp\n  a;\n  ```", 1)]
    [InlineData("~~~ cs\na;\n~~~", 1)]
    [InlineData("```c#\na;\n```", 1)]
    [InlineData("```sh\ncsharp\n```", 0)]
    public void CountFences_AnyWayToWriteThem_CountsThem(string text, int count) =>
        Assert.Equal(count, Markdown.CountFences(text));

    static CodeBlock Find(string text) => Assert.Single(Markdown.FindCode("doc.md", text));
}
