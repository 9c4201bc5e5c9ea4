using System.Runtime.CompilerServices;
using Belay.Tests.Support;

namespace Belay.Tests.Diagnostics.Debugging;

/// <summary>A step over the threshold is reported while it holds the loop, and again when it has ended.</summary>
public class DebugSlowStepTests
{
    static readonly TimeSpan _threshold = TimeSpan.FromMilliseconds(100);

    [Fact]
    public void Step_OverTheThreshold_IsReportedWhileItBlocks()
    {
        var clock = new ManualClock();
        using var blocked = new Blocked();
        var awaitLine = 0;
        Run(Main(), clock, blocked.Take);
        Assert.Equal(2, blocked.Errors.Count);
        var (during, after) = (blocked.Errors[0], blocked.Errors[1]);
        Assert.StartsWith("Task handler has held the loop for more than 100 ms, and still does", during.Message, StringComparison.Ordinal);
        Assert.Contains($"the step began after the await\n    at Belay.Tests.Diagnostics.Debugging.DebugSlowStepTests", during.Message, StringComparison.Ordinal);
        Assert.Contains($"DebugSlowStepTests.cs:{awaitLine}", during.Message, StringComparison.Ordinal);
        Assert.Contains("its thread is in\n    at ", during.Message, StringComparison.Ordinal);
        Assert.Contains("    at Belay.Tests.Diagnostics.Debugging.DebugSlowStepTests.Blocked.UntilReported\n", during.Message, StringComparison.Ordinal);
        Assert.Contains("handler was created\n    at ", during.Message, StringComparison.Ordinal);
        Assert.Equal("Task handler has gone on: the step that held the loop took 250 ms.", after.Message);

        async Coro Main() => await Coro.CreateTask(Outer(), name: "handler");

        async Coro Outer() => await Inner();

        async Coro Inner()
        {
            awaitLine = Line(); await Coro.Yield();
            blocked.UntilReported(clock, TimeSpan.FromMilliseconds(250));
        }
    }

    [Fact]
    public void Callback_OverTheThreshold_IsReportedByItsName()
    {
        var clock = new ManualClock();
        using var blocked = new Blocked();
        Run(Main(), clock, blocked.Take);
        Assert.Contains("The callback Belay.Tests.Diagnostics.Debugging.DebugSlowStepTests.Callback_OverTheThreshold_IsReportedByItsName.Block has held the loop", blocked.Errors[0].Message, StringComparison.Ordinal);

        async Coro Main()
        {
            EventLoop.Running.CallSoon(Block);
            await Loop.Turns(2);
        }

        void Block() => blocked.UntilReported(clock, _threshold);
    }

    [Fact]
    public void Step_ThatNoTimerHasSeen_IsReportedAtItsEnd()
    {
        var clock = new VirtualTimeProvider();
        DebugRun.Single(DebugRun.Collect(async () =>
        {
            await Coro.Yield();
            clock.Advance(TimeSpan.FromSeconds(2));
        }, new RunOptions { TimeProvider = clock }), "Task-1 held the loop for 2 s");
    }

    [Fact]
    public void Steps_ManyShortOnes_AreNotReported()
    {
        var clock = new ManualClock();
        DebugRun.Silent(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                clock.Advance(_threshold / 2);
                await Coro.Yield();
            }
        }, new RunOptions { TimeProvider = clock });
    }

    [Fact]
    public void Wait_HoweverLong_IsNoStep() => DebugRun.Silent(async () => await Coro.Sleep(TimeSpan.FromHours(1)));

    [Fact]
    public void Threshold_Infinite_NothingIsReported()
    {
        var clock = new VirtualTimeProvider();
        DebugRun.Silent(async () =>
        {
            clock.Advance(TimeSpan.FromHours(2));
            await Coro.Yield();
        }, new RunOptions { TimeProvider = clock, SlowStepThreshold = Timeout.InfiniteTimeSpan });
    }

    static int Line([CallerLineNumber] int line = 0) => line;

    static void Run(Coro main, TimeProvider clock, Action<LoopError> handler) =>
        HangGuard.Run(() => Coro.Run(main, new RunOptions { Debug = true, HandleSignals = false, TimeProvider = clock, ErrorHandler = handler }));

    /// <summary>Blocks a step until it has been reported: if it is not, the test hangs.</summary>
    sealed class Blocked : IDisposable
    {
        readonly ManualResetEventSlim _reported = new();

        public List<LoopError> Errors { get; } = [];

        public void Take(LoopError error)
        {
            lock (Errors) Errors.Add(error);
            _reported.Set();
        }

        public void UntilReported(ManualClock clock, TimeSpan passing)
        {
            var other = new Thread(() => clock.Advance(passing));
            other.Start();
            _reported.Wait();
            other.Join();
        }

        public void Dispose() => _reported.Dispose();
    }
}
