using System.Runtime.InteropServices;
using Belay.Tests.Support;

namespace Belay.Tests.IO;

/// <summary>Programs are started, wait, end and are ended.</summary>
public class SubprocessTests
{
    static readonly SubprocessOptions _waiting = new() { StandardInput = SubprocessStream.Pipe };

    /// <summary>A child that ends when its input does.</summary>
    static Coro<Subprocess> StartCat() => Subprocess.StartAsync("cat", null, _waiting with { StandardOutput = SubprocessStream.Pipe });

    [UnixFact]
    public void WaitAsync_ProgramReturns_GivesWhatItReturned() => Loop.Run(async () =>
    {
        await using var child = await Subprocess.StartShellAsync("exit 7");
        Assert.Equal(7, await child.WaitAsync());
        Assert.Equal(7, child.ExitCode);
        Assert.Equal(7, await child.WaitAsync());
    });

    [UnixFact]
    public Task WaitAsync_OnAPoolDrivenLoop_GivesWhatItReturned() => HangGuard.Run(Coro.RunAsync(PassALine()));

    [UnixFact]
    public void ExitCode_WhileItRuns_IsNull() => Loop.Run(async () =>
    {
        await using var child = await StartCat();
        Assert.Null(child.ExitCode);
        child.StandardInput!.Complete();
        Assert.Equal(0, await child.WaitAsync());
    });

    [UnixFact]
    public void WaitAsync_SeveralTasksAndOneCancelled_TheOthersGetIt() => Loop.Run(async () =>
    {
        await using var child = await StartCat();
        var first = Coro.CreateTask(child.WaitAsync());
        var cancelled = Coro.CreateTask(child.WaitAsync());
        await Coro.Yield();
        cancelled.Cancel();
        await Expect.Throws<CancelledException>(cancelled);
        Assert.Null(child.ExitCode);
        child.StandardInput!.Complete();
        Assert.Equal(0, await first);
    });

    [UnixFact]
    public void Kill_Running_ExitCodeIsTheSignalsNumberNegative() => Loop.Run(async () =>
    {
        await using var child = await StartCat();
        Assert.True(child.Kill());
        Assert.Equal(-9, await child.WaitAsync());
    });

    [UnixFact]
    public void Terminate_Running_ExitCodeIsTheSignalsNumberNegative() => Loop.Run(async () =>
    {
        await using var child = await StartCat();
        Assert.True(child.Terminate());
        Assert.Equal(-15, await child.WaitAsync());
    });

    [UnixFact]
    public void SendSignal_ChildHandlesIt_ItDecides() => Loop.Run(async () =>
    {
        await using var child = await Subprocess.StartShellAsync(
            "trap 'echo got it; exit 3' USR1; echo ready; while read line; do :; done", _waiting with { StandardOutput = SubprocessStream.Pipe });
        Assert.Equal("ready", await child.StandardOutput!.ReadLineAsync());
        Assert.True(child.SendSignal(Signals.User1));
        // The shell looks at its traps when a command has ended.
        child.StandardInput!.Write("go on\n");
        Assert.Equal("got it", await child.StandardOutput.ReadLineAsync());
        Assert.Equal(3, await child.WaitAsync());
    });

    [UnixFact]
    public void SendSignal_Ended_ReturnsFalse() => Loop.Run(async () =>
    {
        await using var child = await Subprocess.StartShellAsync("exit 0");
        await child.WaitAsync();
        Assert.False(child.SendSignal(Signals.User1));
        Assert.False(child.Terminate());
        Assert.False(child.Kill());
    });

    [UnixFact]
    public void ExitCode_ShellWhoseCommandWasKilled_IsThatSignals() => Loop.Run(async () =>
    {
        await using var killed = await Subprocess.StartShellAsync("kill -9 $$");
        await using var told = await Subprocess.StartShellAsync("sh -c 'kill -9 $$'; exit $?");
        await using var neither = await Subprocess.StartShellAsync("exit 255");
        Assert.Equal((-9, -9, 255), await Coro.Gather(killed.WaitAsync(), told.WaitAsync(), neither.WaitAsync()));
    });

    [UnixFact]
    public void WaitAsync_WithAHandlerOfTheSignalOfChildren_EndsAllTheSame() => ChildProgram.Run("child-and-handler").AssertIs(0, "handled", "7");

    [UnixFact]
    public void DisposeAsync_Running_KillsAndReaps() => Loop.Run(async () =>
    {
        var child = await StartCat();
        await child.DisposeAsync();
        await child.DisposeAsync();
        Assert.Equal(-9, child.ExitCode);
        Assert.False(Exists(child.Pid));
    });

    [UnixFact]
    public void DisposeAsync_OwnerCancelled_KillsAndReaps() => Loop.Run(async () =>
    {
        Subprocess child = null!;
        var owner = Coro.CreateTask(Own());
        while (child is null) await Coro.Yield();
        owner.Cancel();
        await Expect.Throws<CancelledException>(owner);
        Assert.Equal(-9, child.ExitCode);
        Assert.False(Exists(child.Pid));

        async Coro Own()
        {
            await using var own = await StartCat();
            child = own;
            await own.WaitAsync();
        }
    });

    [UnixFact]
    public void DisposeAsync_CancelledMeanwhile_WaitsUntilTheChildIsGone() => Loop.Run(async () =>
    {
        var child = await StartCat();
        var disposing = Coro.CreateTask(Dispose());
        await Coro.Yield();
        disposing.Cancel();
        await Expect.Throws<CancelledException>(disposing);
        Assert.False(Exists(child.Pid));

        async Coro Dispose()
        {
            await child.DisposeAsync();
            await Coro.Yield();
        }
    });

    [UnixFact]
    public void DisposeAsync_LeaveRunning_ItRunsOn() => Loop.Run(async () =>
    {
        var left = await Subprocess.StartAsync("sleep", ["1000"], new SubprocessOptions { LeaveRunning = true });
        await left.DisposeAsync();
        Assert.Null(left.ExitCode);
        Assert.True(Exists(left.Pid));
        Assert.True(left.Kill());
        Assert.Equal(-9, await left.WaitAsync());
    });

    [UnixFact]
    public void Loop_EndsWithAChildThatNobodyDisposed_KillsAndReaps()
    {
        var process = Loop.Run(async () => (await StartCat()).Pid);
        Assert.False(Exists(process));
    }

    [UnixFact]
    public void Run_InterruptedWhileItWaitsForAChild_LeavesNoneBehind()
    {
        var finished = ChildProgram.Run("child", PosixSignal.SIGTERM);
        Assert.Equal(143, finished.ExitCode);
        Assert.False(Exists(int.Parse(Assert.Single(finished.Output))));
    }

    [UnixFact]
    public void Run_EndsWithAForgottenChild_LeavesNoneBehind()
    {
        var finished = ChildProgram.Run("child-forgotten");
        Assert.Equal(0, finished.ExitCode);
        Assert.False(Exists(int.Parse(Assert.Single(finished.Output))));
    }

    [UnixFact]
    public void StartAsync_CancelledBeforeItBegins_StartsNothing() => Loop.Run(async () =>
    {
        var file = Path.GetTempFileName();
        try
        {
            var start = Coro.CreateTask(Subprocess.StartShellAsync($"echo started > {file}"));
            start.Cancel();
            await Expect.Throws<CancelledException>(start);
            await using var other = await Subprocess.StartShellAsync("exit 0");
            await other.WaitAsync();
            Assert.Equal("", File.ReadAllText(file));
        }
        finally
        {
            File.Delete(file);
        }
    });

    [UnixFact]
    public void SendSignal_OnAnotherThread_Throws() => Loop.Run(async () =>
    {
        await using var child = await StartCat();
        await Expect.Throws<InvalidOperationException>(Coro.ToThread(() => { child.Kill(); }));
    });

    [Fact]
    public void StartAsync_NoLoop_Throws() => Assert.Throws<InvalidOperationException>(() => { _ = Subprocess.StartAsync("cat").GetAwaiter().IsCompleted; });

    static async Coro PassALine()
    {
        await using var child = await StartCat();
        child.StandardInput!.Write("through\n");
        child.StandardInput.Complete();
        Assert.Equal("through", await child.StandardOutput!.ReadLineAsync());
        Assert.Equal(0, await child.WaitAsync());
    }

    static bool Exists(int process) => Signal(process, 0) == 0;

    [DllImport("libc", EntryPoint = "kill")]
    static extern int Signal(int process, int signal);
}
