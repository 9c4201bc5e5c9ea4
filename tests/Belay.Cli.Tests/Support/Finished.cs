namespace Belay.Cli.Tests;

sealed record Finished(int ExitCode, string Output, string Errors)
{
    /// <summary>It has done this, and had nothing to complain of.</summary>
    public void AssertIs(int exitCode, params string[] output)
    {
        Assert.Equal("", Errors);
        Assert.Equal(output, Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(exitCode, ExitCode);
    }

    public void AssertEnds(int exitCode) => Assert.True(ExitCode == exitCode, $"It ended with {ExitCode}:\n{Errors}");

    /// <summary>It has refused to, with these lines among what it says.</summary>
    public void AssertRefused(params string[] lines)
    {
        Assert.Equal("", Output);
        foreach (var line in lines) Assert.Contains(line, Errors);
        Assert.Equal(1, ExitCode);
    }
}
