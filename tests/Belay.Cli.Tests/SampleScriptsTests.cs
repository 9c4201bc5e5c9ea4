using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Belay.Tests.Surface;

namespace Belay.Cli.Tests;

/// <summary>The samples do what they say, run as the README runs them: from the root of the repository.</summary>
public sealed class SampleScriptsTests : IDisposable
{
    readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Worker_Files_PrintsTheirChecksums()
    {
        _folder.Write("some/a.txt", "a").Write("some/more/b.txt", "b");

        var run = await RunAsync("worker", _folder.PathOf("some"));

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(
            ((string[])["a.txt", "more/b.txt"]).Select(file => $"{Sum(file)}  {_folder.PathOf("some/" + file)}").Order(),
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order());

        string Sum(string file) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file[^5..^4])));
    }

    [Fact]
    public async Task Follow_FileGrowsAndIsReplaced_ShowsEveryLine()
    {
        _folder.Write("log", "old\n");
        await using var follow = Start("follow", _folder.PathOf("log"), "--from-start");
        Assert.Equal("old", await follow.Output.ReadLineAsync().OrHang());
        File.AppendAllText(_folder.PathOf("log"), "grown\nunfi");
        Assert.Equal("grown", await follow.Output.ReadLineAsync().OrHang());
        File.AppendAllText(_folder.PathOf("log"), "nished\n");
        Assert.Equal("unfinished", await follow.Output.ReadLineAsync().OrHang());
        _folder.Write("log", "new\n");
        Assert.Equal("new", await follow.Output.ReadLineAsync().OrHang());

        follow.Signal(PosixSignal.SIGINT);

        var finished = await follow.ExitAsync();
        Assert.Equal(130, finished.ExitCode);
        Assert.StartsWith("4 lines in ", finished.Errors);
    }

    [Fact]
    public async Task PortsAndLoad_ServerOfOurs_IsFoundAndAnswers()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;
        (await RunAsync("ports", "127.0.0.1", $"{port}-{port}")).AssertIs(0, $"127.0.0.1:{port} is open", "1 of 1 ports are open");
        server.Stop();
        (await RunAsync("ports", "127.0.0.1", $"{port}")).AssertIs(1, "0 of 1 ports are open");

        var load = await RunAsync("load", "--clients", "5", "--seconds", "0");
        Assert.Equal((0, ""), (load.ExitCode, load.Errors));
        Assert.StartsWith("5 clients, 5 answers in 0.0 s", load.Output);
        Assert.Equal($"nobody listens on 127.0.0.1:{port}\n", (await RunAsync("load", $"127.0.0.1:{port}")).Errors);
    }

    BelayProcess Start(string script, params string[] arguments) =>
        BelayProcess.Start(SourceTree.Root, _folder.Environment, ["run", "-u", "-m", $"samples.scripts.{script}", .. arguments]);

    async Task<Finished> RunAsync(string script, params string[] arguments)
    {
        await using var process = Start(script, arguments);
        return await process.ExitAsync();
    }
}
