using Belay.Tests.Support;

namespace Belay.Tests.Running;

/// <summary>A run ends, even if what it started does not.</summary>
public class ShutdownGraceTests
{
    static RunOptions Options => new() { ShutdownGrace = TimeSpan.FromSeconds(5), TimeProvider = new VirtualTimeProvider() };

    /// <summary>Does not end, whoever asks.</summary>
    static async Coro IgnoreCancellation()
    {
        while (true)
        {
            try
            {
                await Coro.Sleep(Timeout.InfiniteTimeSpan);
            }
            catch (CancelledException)
            {
            }
        }
    }

    [Fact]
    public void Run_LeftoverThatDoesNotEnd_IsReportedWithItsAwaitAndAbandoned()
    {
        CoroTask? stuck = null;
        var errors = Loop.RunCollectingErrors(async () =>
        {
            stuck = Coro.CreateTask(IgnoreCancellation(), "stuck");
            await Coro.Yield();
        }, Options);
        var error = Assert.Single(errors);
        Assert.Same(stuck, error.Source);
        Assert.Null(error.Exception);
        Assert.Contains("Task stuck did not end within the shutdown grace of 00:00:05", error.Message);
        Assert.Contains($"{nameof(ShutdownGraceTests)}.{nameof(IgnoreCancellation)}", error.Message);
        Assert.False(stuck!.IsDone);
        Assert.True(stuck.Loop.IsClosed);
    }

    [Fact]
    public void Run_LeftoverThatCleansUpInTime_IsAwaited()
    {
        var cleanedUp = false;
        async Coro CleanUp()
        {
            try
            {
                await Coro.Sleep(Timeout.InfiniteTimeSpan);
            }
            finally
            {
                await Coro.Sleep(TimeSpan.FromSeconds(4.9));
                cleanedUp = true;
            }
        }

        Loop.Run(async () =>
        {
            Coro.CreateTask(CleanUp());
            await Coro.Yield();
        }, Options);
        Assert.True(cleanedUp);
    }

    [Fact]
    public void Run_SeveralThatDoNotEnd_AreReportedOnceEach()
    {
        var errors = Loop.RunCollectingErrors(async () =>
        {
            for (var i = 0; i < 3; i++) Coro.CreateTask(IgnoreCancellation(), $"stuck {i}");
            Coro.CreateTask(Coro.Sleep(Timeout.InfiniteTimeSpan), "ends");
            await Coro.Yield();
        }, Options);
        Assert.Equal(["stuck 0", "stuck 1", "stuck 2"], errors.Select(error => ((CoroTask)error.Source!).Name));
    }

    [Fact]
    public void Run_LeftoverThatKeepsTheLoopBusy_IsAbandonedToo()
    {
        static async Coro Busy()
        {
            while (true)
            {
                try
                {
                    await Coro.Yield();
                }
                catch (CancelledException)
                {
                }
            }
        }

        // A clock that goes on by itself, because this loop is never idle.
        var errors = Loop.RunCollectingErrors(async () =>
        {
            Coro.CreateTask(Busy(), "busy");
            await Coro.Yield();
        }, new RunOptions { ShutdownGrace = TimeSpan.FromTicks(1) });
        Assert.Equal("busy", ((CoroTask)Assert.Single(errors).Source!).Name);
    }

    [Fact]
    public void Run_NoGrace_WaitsHoweverLongItTakes()
    {
        var cleanedUp = false;
        async Coro CleanUp()
        {
            try
            {
                await Coro.Sleep(Timeout.InfiniteTimeSpan);
            }
            finally
            {
                await Coro.Sleep(TimeSpan.FromDays(30));
                cleanedUp = true;
            }
        }

        Loop.Run(async () =>
        {
            Coro.CreateTask(CleanUp());
            await Coro.Yield();
        }, Options with { ShutdownGrace = Timeout.InfiniteTimeSpan });
        Assert.True(cleanedUp);
    }

    [Fact]
    public void RunAsync_TokenCancelledAndMainDoesNotEnd_IsCancelledAfterTheGrace()
    {
        HangGuard.Run(() =>
        {
            using var stop = new CancellationTokenSource();
            var errors = new List<LoopError>();
            async Coro Main()
            {
                stop.Cancel();
                await IgnoreCancellation();
            }

            var run = Coro.RunAsync(Main(), new RunOptions { ShutdownGrace = TimeSpan.FromSeconds(5), TimeProvider = new JumpingClock(), ErrorHandler = errors.Add }, stop.Token);
            Assert.Throws<CancelledException>(() => run.GetAwaiter().GetResult());
            Assert.Contains(nameof(IgnoreCancellation), Assert.Single(errors).Message);
        });
    }

    [Fact]
    public void Run_ThreadWorkThatDoesNotEnd_IsReportedAndAbandoned()
    {
        using var release = new ManualResetEventSlim();
        using var ended = new ManualResetEventSlim();
        var errors = Loop.RunCollectingErrors(async () =>
        {
            Coro.CreateTask(Coro.ToThread(() =>
            {
                release.Wait();
                ended.Set();
            }));
            await Coro.Yield();
        }, Options);
        Assert.Contains("ToThread", Assert.Single(errors).Message);
        release.Set();
        ended.Wait();
    }

    [UnixFact]
    public void RunMain_SignalAndMainDoesNotEnd_ExitsWithTheSignalsCode()
    {
        var finished = ChildProgram.Run("never-ends", System.Runtime.InteropServices.PosixSignal.SIGTERM);
        Assert.Equal(143, finished.ExitCode);
        Assert.Contains("did not end within the shutdown grace", finished.Error);
    }
}
