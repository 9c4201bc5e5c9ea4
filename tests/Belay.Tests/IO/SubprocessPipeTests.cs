using Belay.Tests.Support;

namespace Belay.Tests.IO;

/// <summary>What goes through the pipes of a child, and where its streams go else.</summary>
public class SubprocessPipeTests
{
    const SubprocessStream Pipe = SubprocessStream.Pipe;

    static readonly SubprocessOptions _allPipes = new() { StandardInput = Pipe, StandardOutput = Pipe, StandardError = Pipe };

    [UnixFact]
    public void Streams_WrittenAndRead_AreThoseOfTheChild() => Loop.Run(async () =>
    {
        await using var child = await Subprocess.StartAsync("cat", null, _allPipes);
        await child.StandardInput!.WriteAsync("first\n");
        Assert.Equal("first", await child.StandardOutput!.ReadLineAsync());
        await child.StandardInput.WriteAsync("second\nthird");
        child.StandardInput.Complete();
        var lines = new List<string>();
        await foreach (var line in child.StandardOutput.ReadLinesAsync()) lines.Add(line);
        Assert.Equal(["second", "third"], lines);
        Assert.Empty(await child.StandardError!.ReadToEndAsync());
        Assert.Equal(0, await child.WaitAsync());
    });

    [UnixFact]
    public void Streams_Inherited_AreNull() => Loop.Run(async () =>
    {
        await using var child = await Subprocess.StartShellAsync("exit 0");
        Assert.Null(child.StandardInput);
        Assert.Null(child.StandardOutput);
        Assert.Null(child.StandardError);
        Assert.Equal((null, null), await child.CommunicateAsync());
    });

    [UnixFact]
    public void CommunicateAsync_WithInput_GivesOutputAndErrors() => Loop.Run(async () =>
    {
        await using var child = await Subprocess.StartShellAsync("cat; echo oh >&2; exit 2", _allPipes);
        var (output, error) = await child.CommunicateAsync("input".Bytes());
        Assert.Equal(("input", "oh\n", 2), (output!.Text(), error!.Text(), child.ExitCode));
    });

    [UnixFact]
    public void CommunicateAsync_WithoutInput_EndsItAtOnce() => Loop.Run(async () =>
    {
        await using var child = await Subprocess.StartAsync("cat", null, _allPipes);
        var (output, error) = await child.CommunicateAsync();
        Assert.Equal(("", "", 0), (output!.Text(), error!.Text(), child.ExitCode));
    });

    [UnixFact]
    public void CommunicateAsync_MoreThanAPipeHolds_GoesThrough() => Loop.Run(async () =>
    {
        var input = new byte[1_000_000];
        new Random(1).NextBytes(input);
        await using var child = await Subprocess.StartAsync("cat", null, _allPipes);
        var (output, _) = await child.CommunicateAsync(input);
        Assert.Equal(input, output);
    });

    [UnixFact]
    public void CommunicateAsync_ChildDoesNotWantItsInput_IsNoFailure() => Loop.Run(async () =>
    {
        await using var child = await Subprocess.StartShellAsync("exec 0<&-; echo done", _allPipes);
        var (output, _) = await child.CommunicateAsync(new byte[1_000_000]);
        Assert.Equal(("done\n", 0), (output!.Text(), child.ExitCode));
    });

    [UnixFact]
    public void CommunicateAsync_InputWithoutAPipe_Throws() => Loop.Run(async () =>
    {
        await using var child = await Subprocess.StartShellAsync("exit 0");
        await Expect.Throws<InvalidOperationException>(child.CommunicateAsync(new byte[1]));
    });

    [UnixFact]
    public void CommunicateAsync_Cancelled_LeavesTheChildRunning() => Loop.Run(async () =>
    {
        await using var child = await Subprocess.StartShellAsync("exec sleep 1000", _allPipes);
        var communicating = Coro.CreateTask(child.CommunicateAsync());
        await Coro.Yield();
        communicating.Cancel();
        await Expect.Throws<CancelledException>(communicating);
        Assert.Null(child.ExitCode);
    });

    [UnixFact]
    public void ReadLineAsync_Cancelled_LosesNothing() => Loop.Run(async () =>
    {
        await using var child = await Subprocess.StartAsync("cat", null, _allPipes);
        var reading = Coro.CreateTask(child.StandardOutput!.ReadLineAsync());
        await Coro.Yield();
        reading.Cancel();
        await Expect.Throws<CancelledException>(reading);
        await child.StandardInput!.WriteAsync("kept\n");
        Assert.Equal("kept", await child.StandardOutput.ReadLineAsync());
        Assert.Null(child.ExitCode);
    });

    [UnixFact]
    public void StandardInput_ChildHasEnded_TheWriteFails() => Loop.Run(async () =>
    {
        await using var child = await Subprocess.StartShellAsync("exit 0", _allPipes);
        await child.WaitAsync();
        await Expect.Throws<IOException>(async () =>
        {
            await child.StandardInput!.WriteAsync(new byte[100_000]);
            await child.StandardInput.FlushAsync();
        });
    });

    [UnixFact]
    public void StandardOutput_ChildHasEnded_IsStillRead() => Loop.Run(async () =>
    {
        await using var child = await Subprocess.StartShellAsync("echo late", _allPipes);
        await child.WaitAsync();
        Assert.Equal("late\n", (await child.StandardOutput!.ReadToEndAsync()).Text());
    });

    [UnixFact]
    public void StandardInput_OtherChildrenLive_TheyDoNotHoldItOpen() => Loop.Run(async () =>
    {
        await using var first = await Subprocess.StartAsync("cat", null, _allPipes);
        await using var second = await Subprocess.StartAsync("cat", null, _allPipes);
        first.StandardInput!.Complete();
        Assert.Equal(0, await first.WaitAsync());
        Assert.Null(second.ExitCode);
    });

    [UnixFact]
    public void StandardError_ToTheOutput_IsInOrderWithIt() => Loop.Run(async () =>
    {
        await using var child = await Subprocess.StartShellAsync(
            "echo one; echo two >&2; echo three", new SubprocessOptions { StandardOutput = Pipe, StandardError = SubprocessStream.Output });
        var (output, error) = await child.CommunicateAsync();
        Assert.Equal(("one\ntwo\nthree\n", null), (output!.Text(), error));
    });

    [UnixFact]
    public void Null_Streams_AreEmptyAndTakeAll() => Loop.Run(async () =>
    {
        await using var silent = await Subprocess.StartShellAsync(
            "cat; echo out; echo oh >&2", new SubprocessOptions { StandardInput = SubprocessStream.Null, StandardOutput = SubprocessStream.Null, StandardError = Pipe });
        var (output, error) = await silent.CommunicateAsync();
        Assert.Equal((null, "oh\n", 0), (output, error!.Text(), silent.ExitCode));
        await using var other = await Subprocess.StartShellAsync(
            "echo out; echo oh >&2", new SubprocessOptions { StandardOutput = Pipe, StandardError = SubprocessStream.Null });
        Assert.Equal("out\n", (await other.CommunicateAsync()).Output!.Text());
    });

    [Fact]
    public void Options_OutputOrInputToTheOutput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SubprocessOptions { StandardInput = SubprocessStream.Output });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SubprocessOptions { StandardOutput = SubprocessStream.Output });
    }

    [UnixFact]
    public void Arguments_OfAnyKind_ArriveAsTheyAre() => Loop.Run(async () =>
    {
        string[] arguments = ["-c", "for i; do echo \"[$i]\"; done", "sh", "a b", "", "*", "\"quoted\" $HOME `x`", "ü"];
        foreach (var error in new[] { Pipe, SubprocessStream.Output })
        {
            await using var child = await Subprocess.StartAsync("/bin/sh", arguments, new SubprocessOptions { StandardOutput = Pipe, StandardError = error });
            var (output, _) = await child.CommunicateAsync();
            Assert.Equal("[a b]\n[]\n[*]\n[\"quoted\" $HOME `x`]\n[ü]\n", output!.Text());
        }
    });

    [UnixFact]
    public void Environment_Given_IsTheWholeOfIt() => Loop.Run(async () =>
    {
        var options = new SubprocessOptions { StandardOutput = Pipe, Environment = new Dictionary<string, string> { ["NAME"] = "Ada" } };
        await using var child = await Subprocess.StartAsync("/bin/sh", ["-c", "echo $NAME $HOME"], options);
        Assert.Equal("Ada\n", (await child.CommunicateAsync()).Output!.Text());
        await Expect.Throws<FileNotFoundException>(
            Subprocess.StartAsync("cat", null, options with { Environment = new Dictionary<string, string> { ["PATH"] = "/nowhere" } }));
    });

    [UnixFact]
    public void WorkingDirectory_Given_IsWhereItRunsAndIsLookedFor() => Loop.Run(async () =>
    {
        var options = new SubprocessOptions { StandardOutput = Pipe, WorkingDirectory = "/" };
        await using var child = await Subprocess.StartShellAsync("pwd", options);
        Assert.Equal("/\n", (await child.CommunicateAsync()).Output!.Text());
        await using var relative = await Subprocess.StartAsync("bin/sh", ["-c", "exit 4"], options);
        Assert.Equal(4, await relative.WaitAsync());
        await Expect.Throws<DirectoryNotFoundException>(Subprocess.StartShellAsync("pwd", options with { WorkingDirectory = "/no such directory" }));
    });

    [UnixFact]
    public void StartAsync_NoSuchProgram_Throws() => Loop.Run(async () =>
    {
        await Expect.Throws<FileNotFoundException>(Subprocess.StartAsync("no such program"));
        await Expect.Throws<FileNotFoundException>(Subprocess.StartAsync("/no/such/program"));
        await Expect.Throws<IOException>(Subprocess.StartAsync("/etc/passwd"));
    });

    [UnixFact]
    public void StartAsync_TheSystemRefuses_Throws() => Loop.Run(async () =>
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "\u007fELF of no machine");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            await Expect.Throws<IOException>(Subprocess.StartAsync(file));
        }
        finally
        {
            File.Delete(file);
        }
    });

    [UnixFact]
    public void DisposeAsync_WhileAReadWaits_ItSeesTheEnd() => Loop.Run(async () =>
    {
        var child = await Subprocess.StartAsync("cat", null, _allPipes);
        var reading = Coro.CreateTask(child.StandardOutput!.ReadLineAsync());
        await Coro.Yield();
        await child.DisposeAsync();
        Assert.Null(await reading);
        await Expect.Throws<IOException>(child.StandardInput!.WriteAsync("late"));
    });

    [UnixFact]
    public void DisposeAsync_OfMany_ClosesAllPipes() => ChildProgram.Run("child-pipes").AssertIs(0, "0 pipes left");
}
