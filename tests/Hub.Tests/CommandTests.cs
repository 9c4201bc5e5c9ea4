using System.Text.RegularExpressions;

namespace HubSample.Tests;

public sealed partial class CommandTests
{
    [Fact]
    public async Task LoadRun_WithFewClients_ReceivesAllThatWasSent()
    {
        await using var hub = HubProcess.Start("--clients", "8", "--seconds", "0.5", "--plain");

        var (exitCode, output, errors) = await hub.ExitAsync();

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("sent = received", output);
        Assert.NotEqual(0, Figure(output, "messages"));
        Assert.Equal(Figure(output, "messages") * 8, Figure(output, "sent"));
        Assert.Equal(Figure(output, "sent"), Figure(output, "received"));
        Assert.DoesNotContain('\e', output);
    }

    [Fact]
    public async Task LoadRun_Interrupted_ExitsWith130()
    {
        await using var hub = HubProcess.Start("--clients", "8", "--seconds", "3600");
        Assert.StartsWith("8 clients talk", await hub.ReadLineAsync());

        hub.Signal(HubProcess.SigInt);

        Assert.Equal((130, "", ""), await hub.ExitAsync());
    }

    [Fact]
    public async Task Serve_OnAPortInUse_NamesItAndTheWayOut()
    {
        await using var first = await HubProcess.ServeAsync();
        await using var second = HubProcess.Start("--serve", $"{first.Port}");

        var (exitCode, output, errors) = await second.ExitAsync();

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal(
            $"hub: port {first.Port} of 127.0.0.1 is in use, probably by another hub that still runs: stop it, or give another port (0 takes a free one).",
            errors.TrimEnd());
    }

    [Theory]
    [InlineData("--clients", "0")]
    [InlineData("--seconds", "0")]
    [InlineData("--serve", "70000")]
    [InlineData("--port", "-1")]
    public async Task Option_OutOfRange_IsRefused(string option, string value)
    {
        await using var hub = HubProcess.Start($"{option}={value}");

        var (exitCode, _, errors) = await hub.ExitAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains(option, errors);
    }

    static long Figure(string output, string name)
    {
        var row = Rows().Matches(output).Single(match => match.Groups["name"].Value == name);
        return long.Parse(row.Groups["figure"].Value.Replace(",", ""));
    }

    [GeneratedRegex(@"^\s*(?<name>\w+)\s+(?<figure>[\d,]+)(\s|$)", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
