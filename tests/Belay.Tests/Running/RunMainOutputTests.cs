using Belay.Tests.Support;

namespace Belay.Tests.Running;

/// <summary>What RunMain leaves on stderr, read from a process of its own.</summary>
public class RunMainOutputTests
{
    [Fact]
    public void RunMain_Returns_PrintsNothing()
    {
        var finished = ChildProgram.Run("returns");
        Assert.Equal(5, finished.ExitCode);
        Assert.Empty(finished.Error);
        Assert.Empty(finished.Output);
    }

    [Theory]
    [InlineData("fails")]
    [InlineData("fails-in-a-task")]
    public void RunMain_MainFails_Returns1AndPrintsTheFailureWithItsCoroutines(string scenario)
    {
        var finished = ChildProgram.Run(scenario);
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("InvalidDataException", finished.Error);
        Assert.Contains("out of data", finished.Error);
        Assert.Contains("InnerFrame", finished.Error);
        Assert.Contains("OuterFrame", finished.Error);
        Assert.True(
            finished.Error.IndexOf("InnerFrame", StringComparison.Ordinal)
                < finished.Error.IndexOf("OuterFrame", StringComparison.Ordinal),
            "The innermost coroutine comes first: " + finished.Error);
        AssertReadable(finished);
    }

    [Fact]
    public void RunMain_MainFailsWithGroups_PrintsATree()
    {
        var finished = ChildProgram.Run("fails-with-groups");
        Assert.Equal(1, finished.ExitCode);
        var lines = finished.Error.Split('\n');
        var outer = Column(lines, "unhandled errors in a TaskGroup (2 sub-exceptions)", occurrence: 0);
        var first = Column(lines, "first leaf");
        var inner = Column(lines, "unhandled errors in a TaskGroup (2 sub-exceptions)", occurrence: 1);
        Assert.True(outer < first, finished.Error);
        Assert.True(outer < inner, finished.Error);
        Assert.True(inner < Column(lines, "deep leaf"), finished.Error);
        Assert.Equal(Column(lines, "deep leaf"), Column(lines, "other deep leaf"));
        AssertReadable(finished);
    }

    [Fact]
    public void RunMain_MainEndsCancelled_Returns1AndSaysSo()
    {
        var finished = ChildProgram.Run("cancelled");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains(nameof(CancelledException), finished.Error);
        Assert.Contains("by itself", finished.Error);
        AssertReadable(finished);
    }

    [Fact]
    public void RunMain_FailuresNobodySees_ArePrintedAndDecideNothing()
    {
        var finished = ChildProgram.Run("reports");
        Assert.Equal(0, finished.ExitCode);
        Assert.Contains("in a callback", finished.Error);
        Assert.Contains("in a task", finished.Error);
        Assert.Contains("the detached one", finished.Error);
        AssertReadable(finished);
    }

    [Fact]
    public void RunMain_FailureInTheShutdown_IsPrintedAndDecidesNothing()
    {
        var finished = ChildProgram.Run("shutdown-report");
        Assert.Equal(0, finished.ExitCode);
        Assert.Contains("in a clean-up", finished.Error);
        AssertReadable(finished);
    }

    /// <summary>No crash dump of the runtime's, and none of the compiler's names.</summary>
    static void AssertReadable(ChildProgram.Finished finished)
    {
        Assert.DoesNotContain("Unhandled exception", finished.Error);
        Assert.DoesNotContain("MoveNext", finished.Error);
        Assert.DoesNotContain(">d__", finished.Error);
    }

    /// <summary>How far the line is indented, tree lines and all, that says this.</summary>
    static int Column(string[] lines, string text, int occurrence = 0)
    {
        var line = lines.Where(line => line.Contains(text)).ElementAt(occurrence);
        return line.IndexOfAny([.. Enumerable.Range('A', 26).Select(letter => (char)letter)]);
    }
}
