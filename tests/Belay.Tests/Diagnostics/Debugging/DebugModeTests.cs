using Belay.Tests.Support;

namespace Belay.Tests.Diagnostics.Debugging;

/// <summary>Debug mode is off unless asked for; then nothing of what it looks for is reported.</summary>
public class DebugModeTests
{
    [Fact]
    public void Off_NothingIsReported()
    {
        var clock = new VirtualTimeProvider();
        Loop.Run(() => Mistakes(clock), new RunOptions { Debug = false, TimeProvider = clock });
    }

    [Fact]
    public void On_EachMistakeIsReportedOnce()
    {
        var clock = new VirtualTimeProvider();
        var errors = DebugRun.Collect(() => Mistakes(clock), new RunOptions { TimeProvider = clock });
        string[] expected = ["touched from another thread", "swallowed its cancellation", "outlived its siblings", "held it for", "held the loop for", "was never awaited"];
        Assert.Equal(expected.Length, errors.Count);
        Assert.All(expected, text => Assert.Single(errors, error => error.Message.Contains(text, StringComparison.Ordinal)));
    }

    [Fact]
    public void ErrorHandler_StartingTasks_IsInNoTask()
    {
        var started = false;
        HangGuard.Run(() => Coro.Run(Main(), new RunOptions { Debug = true, TimeProvider = new VirtualTimeProvider(), HandleSignals = false, ErrorHandler = Handle }));
        Assert.True(started);

        async Coro Main()
        {
            var future = new Future<int>();
            await Task.Run(() => Assert.Throws<InvalidOperationException>(() => future.SetResult(1)));
            await Loop.Turns(3);
        }

        void Handle(LoopError error)
        {
            Assert.Throws<InvalidOperationException>(() => Coro.CurrentTask);
            _ = Coro.CreateTask(Start());
        }

        async Coro Start()
        {
            await Coro.Yield();
            started = true;
        }
    }

    [Fact]
    public void Failure_ThatNobodyLooksAt_SaysWhereItsTaskWasCreated()
    {
        var error = DebugRun.Single(async () =>
        {
            _ = Coro.CreateTask(Work.Fail(new Boom()), name: "lost");
            await Coro.Yield();
        }, "lost was created\n    at Belay.Tests.Diagnostics.Debugging.DebugModeTests.Failure_ThatNobodyLooksAt_SaysWhereItsTaskWasCreated", "DebugModeTests.cs:");
        Assert.IsType<Boom>(error.Exception);
    }

    [Fact]
    public void Yield_ThatNobodyWaitsFor_EndsTheStep() => Loop.Run(async () =>
    {
        var before = Coro.CurrentTask.GetStack();
        await Loop.Turns(10);
        Assert.Empty(before);
    }, new RunOptions { Debug = true });

    [Theory]
    [InlineData("debug-by-environment", "1", 1)]
    [InlineData("debug-by-environment", "0", 0)]
    [InlineData("debug-by-environment", null, 0)]
    [InlineData("debug-off-by-options", "1", 0)]
    public void Environment_Decides_UnlessTheOptionsDo(string scenario, string? value, int reports)
    {
        var finished = ChildProgram.RunWith(("BELAY_DEBUG", value), scenario);
        Assert.Equal(0, finished.ExitCode);
        Assert.Equal(reports, finished.Error.Split("was never awaited").Length - 1);
        Assert.Equal(reports > 0, finished.Error.Contains("Debugging.Forgotten", StringComparison.Ordinal));
    }

    /// <summary>One of each kind.</summary>
    static async Coro Mistakes(VirtualTimeProvider clock)
    {
#pragma warning disable BELAY001 // A mistake for debug mode to find.
        _ = Loop.Turns(1);
#pragma warning restore BELAY001
        clock.Advance(TimeSpan.FromSeconds(1));
        await Coro.Yield();
        var future = new Future<int>();
        await Task.Run(() => Assert.Throws<InvalidOperationException>(() => future.SetResult(1)));
        var swallower = Coro.CreateTask(Swallow());
        await Coro.Yield();
        swallower.Cancel();
        await swallower;
        using (await new AsyncLock().AcquireAsync()) await Coro.Sleep(TimeSpan.FromMinutes(1));
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Ticks(100));
            group.CreateTask(Ticks(1));
            await Coro.Yield();
        });
    }

    static async Coro Swallow()
    {
        try { await Work.Forever(); }
        catch (CancelledException) { }
    }

    static async Coro Ticks(int seconds)
    {
        for (var i = 0; i < seconds; i++) await Coro.Sleep(TimeSpan.FromSeconds(1));
    }
}
