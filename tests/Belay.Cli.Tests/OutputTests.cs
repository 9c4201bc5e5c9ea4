using System.Runtime.InteropServices;

namespace Belay.Cli.Tests;

/// <summary>When output gets where it goes, and what becomes of it when nobody reads it.</summary>
public sealed class OutputTests : IDisposable
{
    readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Output_IntoAPipe_IsWrittenAtTheEndUnlessUnbuffered()
    {
        _folder.Write("both.cs", """
            Console.WriteLine("first, to stdout");
            Console.Error.WriteLine("second, to stderr");
            if (args is ["exit"]) Environment.Exit(3);
            if (args is ["crash"]) new Thread(() => throw new InvalidOperationException("crashed")).Start();
            if (args is ["crash"]) Thread.Sleep(Timeout.Infinite);
            """);
        const string inOrder = "first, to stdout\nsecond, to stderr\n";
        const string buffered = "second, to stderr\nfirst, to stdout\n";

        Assert.Equal(buffered, (await _folder.ShellAsync("$belay run both.cs 2>&1")).Output);
        Assert.Equal(inOrder, (await _folder.ShellAsync("$belay run -u both.cs 2>&1")).Output);
        Assert.Equal(inOrder, (await _folder.ShellAsync("BELAY_UNBUFFERED=1 $belay run both.cs 2>&1")).Output);

        var exited = await _folder.RunAsync("run", "both.cs", "exit");
        Assert.Equal((3, "first, to stdout\n"), (exited.ExitCode, exited.Output));
        var crashed = await _folder.RunAsync("run", "both.cs", "crash");
        Assert.Equal("first, to stdout\n", crashed.Output);
        Assert.Contains("InvalidOperationException: crashed", crashed.Errors);
        Assert.NotEqual(0, crashed.ExitCode);
    }

    [Fact]
    public async Task Output_ReaderGoesAway_EndsTheScriptQuietly()
    {
        _folder.Write("many.cs", """
            using Belay;
            if (args is ["coroutine"]) await Coroutine();
            for (var i = 0; i < 1_000_000; i++) Console.WriteLine(i);

            static async Coro Coroutine()
            {
                try
                {
                    while (true)
                    {
                        // An error like others it is not: it cannot be swallowed for ever.
                        try { Console.WriteLine("again"); }
                        catch (InvalidOperationException) { }
                        await Coro.Yield();
                    }
                }
                finally
                {
                    Console.Error.WriteLine("cleaned up");
                }
            }
            """);

        foreach (var option in (string[])["", "-u"])
        {
            var all = await _folder.ShellAsync($"$belay run {option} many.cs | tail -1");
            all.AssertIs(0, "999999");
            var closed = await _folder.ShellAsync($"{{ $belay run {option} many.cs; echo $? >&2; }} | head -1");
            Assert.Equal(("0\n", "141\n"), (closed.Output, closed.Errors));
        }
        var endless = await _folder.ShellAsync("{ $belay run many.cs coroutine; echo $? >&2; } | head -1");
        Assert.Equal(("again\n", "cleaned up\n141\n"), (endless.Output, endless.Errors));
    }

    [Theory]
    [InlineData(PosixSignal.SIGINT, 130)]
    [InlineData(PosixSignal.SIGTERM, 143)]
    public async Task Signal_DuringTheRun_CleansUpAndWritesWhatThereIs(PosixSignal signal, int exitCode)
    {
        _folder.Write("waits.cs", """
            using Belay;
            Console.WriteLine("before");
            try
            {
                Console.Error.WriteLine("ready");
                await Coro.Sleep(Timeout.InfiniteTimeSpan);
            }
            finally
            {
                Console.WriteLine("cleaned up");
            }
            """);

        _folder.Write("blocks.cs", "Console.WriteLine(\"before\"); Console.Error.WriteLine(\"ready\"); Thread.Sleep(Timeout.Infinite);");

        foreach (var (script, output) in ((string, string)[])[("waits.cs", "before\ncleaned up\n"), ("blocks.cs", "before\n")])
        {
            await using var process = _folder.Start("run", script);
            Assert.Equal("ready", await process.Errors.ReadLineAsync().OrHang());
            process.Signal(signal);
            var finished = await process.ExitAsync();
            Assert.Equal((exitCode, output, ""), (finished.ExitCode, finished.Output, finished.Errors));
        }
    }

    [Theory]
    [InlineData(PosixSignal.SIGINT, 130)]
    [InlineData(PosixSignal.SIGTERM, 143)]
    public async Task Signal_DuringTheCompilation_LeavesNothingBehind(PosixSignal signal, int exitCode)
    {
        var cache = _folder.OwnCache();
        _folder.Write("worker.cs", "using helpers;\nConsole.WriteLine(new Helper());\n");
        // A file that takes until somebody writes it: there the compilation waits.
        (await _folder.ShellAsync("mkfifo helpers.cs")).AssertIs(0);
        await using (var process = _folder.Start("run", "worker.cs"))
        {
            using var writer = await Task.Run(() => File.OpenWrite(_folder.PathOf("helpers.cs"))).OrHang();
            process.Signal(signal);
            var finished = await process.ExitAsync();
            Assert.Equal((exitCode, "", ""), (finished.ExitCode, finished.Output, finished.Errors));
        }
        Assert.False(Directory.Exists(cache));
        File.Delete(_folder.PathOf("helpers.cs"));
        _folder.Write("helpers.cs", "class Helper;");
        (await _folder.RunAsync("run", "worker.cs")).AssertIs(0, "helpers.Helper");
    }
}
