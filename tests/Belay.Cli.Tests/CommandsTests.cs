using System.Runtime.InteropServices;

namespace Belay.Cli.Tests;

/// <summary>The commands beside run.</summary>
public sealed class CommandsTests : IDisposable
{
    readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Belay_Alone_TeachesOnOneScreen()
    {
        var alone = await _folder.RunAsync();
        var help = await _folder.RunAsync("--help");

        Assert.Equal((0, ""), (alone.ExitCode, alone.Errors));
        Assert.Equal(alone, help);
        Assert.InRange(alone.Output.Split('\n').Length, 10, 40);
        Assert.All(alone.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 110));
        foreach (var command in (string[])["run", "new", "repl", "install", "list", "uninstall", "cache", "pickle"])
        {
            Assert.Contains($"belay {command}", alone.Output);
            Assert.Contains($"belay", (await _folder.RunAsync(command, "--help")).Output);
        }
    }

    [Fact]
    public async Task New_ScriptAndService_RunWithoutAWarning()
    {
        (await _folder.RunAsync("new", "script", "scripts.hello")).AssertIs(0, "scripts/hello.cs is written. Run it: belay run -m scripts.hello");
        (await _folder.RunAsync("new", "script", "scripts.hello")).AssertRefused("scripts/hello.cs is there already");
        (await _folder.RunAsync("run", "-m", "scripts.hello", "Ada", "Grace")).AssertIs(0, "Hello, Ada", "Hello, Grace");

        (await _folder.RunAsync("new", "service", "hub")).AssertEnds(0);
        await using var service = _folder.Start("run", "-u", "-m", "hub");
        Assert.StartsWith("listening on port", await service.Output.ReadLineAsync().OrHang());
        service.Signal(PosixSignal.SIGTERM);
        var stopped = await service.ExitAsync();
        Assert.Equal((143, "stopped, 0 jobs left\n", ""), (stopped.ExitCode, stopped.Output, stopped.Errors));
    }

    [Fact]
    public async Task Repl_Awaits_AndTasksGoOnBetweenLines()
    {
        await using var repl = _folder.Start("repl");

        await SaysAsync("var x = 21;\nx * 2", "42");
        await SaysAsync("async Coro<string> Greet(string name)\n{\n    await Coro.Yield();\n    return $\"hello, {name}\";\n}\nawait Greet(\"Ada\")", "\"hello, Ada\"");
        // It goes on while nobody types: the next line finds what it has done.
        await SaysAsync("var queue = new AsyncQueue<int>();\nasync Coro Fill() { for (var i = 1; ; i++) { await queue.PutAsync(i); await Coro.Yield(); } }\n"
            + "var task = Coro.CreateTask(Fill());\nawait queue.GetAsync() + await queue.GetAsync()", "3");
        await SaysAsync("nothing", "error CS0103: The name 'nothing' does not exist in the current context");
        await SaysAsync("throw new InvalidOperationException(\"no luck\");", "System.InvalidOperationException: no luck");

        await SaysAsync("Console.WriteLine(\"waiting\"); await Coro.Sleep(Timeout.InfiniteTimeSpan);", "waiting");
        repl.Signal(PosixSignal.SIGINT);
        Assert.Equal("", await repl.Output.ReadLineAsync().OrHang());
        Assert.Equal("cancelled", await repl.Output.ReadLineAsync().OrHang());
        await SaysAsync("(task.IsDone, new[] { 1, 2 }.Length)", "(False, 2)");

        (await repl.ExitAsync()).AssertIs(0);

        async Task SaysAsync(string typed, string answer)
        {
            await repl.Input.WriteAsync(typed + "\n");
            await repl.Input.FlushAsync();
            Assert.Equal(answer, await repl.Output.ReadLineAsync().OrHang());
        }
    }
}
