using Belay.Tests.Support;

namespace Belay.Tests.Diagnostics.Debugging;

/// <summary>A lock held for longer than the threshold is reported, once: while it is held if somebody waits, else on release.</summary>
public class DebugLongLockTests
{
    static readonly TimeSpan _long = TimeSpan.FromSeconds(7);

    [Fact]
    public void Lock_HeldForLong_IsReportedOnRelease() => DebugRun.Single(async () =>
    {
        var gate = new AsyncLock { Name = "ledger" };
        await Hold(gate, _long);
    }, "The lock ledger was held for long: task Task-1 held it for 7 s", "it was acquired\n    at Belay.Tests.Diagnostics.Debugging.DebugLongLockTests.Hold in ", "Task-1 was created");

    [Fact]
    public void Lock_ThatOthersWaitFor_IsReportedWhileItIsHeld()
    {
        var gate = new AsyncLock();
        var wasHeld = false;
        var clock = new VirtualTimeProvider();
        List<string> messages = [];
        HangGuard.Run(() => Coro.Run(Main(), new RunOptions
        {
            Debug = true,
            HandleSignals = false,
            TimeProvider = clock,
            ErrorHandler = error =>
            {
                messages.Add(error.Message);
                wasHeld = gate.IsLocked && EventLoop.Running.Time < _long;
            },
        }));
        Assert.True(wasHeld);
        Assert.Contains("and still does, while others wait for it", Assert.Single(messages), StringComparison.Ordinal);

        async Coro Main() => await TaskGroup.Run(async group =>
        {
            group.CreateTask(Hold(gate, _long));
            group.CreateTask(Hold(gate, TimeSpan.Zero));
            await Coro.Sleep(TimeSpan.FromSeconds(6));
        });
    }

    [Fact]
    public void Lock_HeldWhileTheLoopSleeps_IsReportedThen()
    {
        var clock = new ManualClock();
        using var reported = new ManualResetEventSlim();
        using var taken = new ManualResetEventSlim();
        var never = new TaskCompletionSource();
        HangGuard.Run(() =>
        {
            var run = Coro.RunAsync(Main(), new RunOptions { Debug = true, TimeProvider = clock, ErrorHandler = _ => reported.Set() });
            taken.Wait();
            clock.Advance(_long);
            reported.Wait();
            never.SetResult();
            run.GetAwaiter().GetResult();
        });
        Assert.True(reported.IsSet);

        async Coro Main()
        {
            var gate = new AsyncLock();
            await TaskGroup.Run(async group =>
            {
                using (await gate.AcquireAsync())
                {
                    group.CreateTask(Hold(gate, TimeSpan.Zero));
                    await Loop.Turns(2);
                    taken.Set();
                    await never.Task;
                }
            });
        }
    }

    [Fact]
    public void Lock_HeldShortlyAgainAndAgain_IsNotReported() => DebugRun.Silent(async () =>
    {
        var gate = new AsyncLock();
        await TaskGroup.Run(group =>
        {
            for (var i = 0; i < 10; i++) group.CreateTask(Hold(gate, TimeSpan.FromSeconds(2)));
            return Coro.CompletedCoro;
        });
    });

    [Fact]
    public void Condition_WaitedForLong_DoesNotHoldItsLock() => DebugRun.Silent(async () =>
    {
        var condition = new AsyncCondition();
        EventLoop.Running.CallLater(_long, () => _ = Coro.CreateTask(Notify()));
        using (await condition.AcquireAsync()) await condition.WaitAsync();

        async Coro Notify()
        {
            using (await condition.AcquireAsync()) condition.Notify();
        }
    });

    [Fact]
    public void Threshold_Infinite_NothingIsReported() => DebugRun.Silent(
        async () => await Hold(new AsyncLock(), TimeSpan.FromHours(1)),
        new RunOptions { TimeProvider = new VirtualTimeProvider(), LongLockThreshold = Timeout.InfiniteTimeSpan });

    static async Coro Hold(AsyncLock gate, TimeSpan span)
    {
        using (await gate.AcquireAsync()) await Coro.Sleep(span);
    }
}
