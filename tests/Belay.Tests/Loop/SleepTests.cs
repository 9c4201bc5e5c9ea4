using Belay.Tests.Support;

namespace Belay.Tests.Scheduling;

public class SleepTests
{
    readonly ManualClock _clock = new();
    readonly List<string> _log = [];

    [Fact]
    public void Sleep_UntilDue_TakesTheClocksTime() => Run(async () =>
    {
        var task = Coro.CreateTask(Sleeper("woke", 1, 2));
        await Coro.Yield();
        _clock.Advance(Seconds(1));
        await Loop.Turns(3);
        Assert.False(task.IsDone);
        _clock.Advance(Seconds(2) - TimeSpan.FromTicks(1));
        await Loop.Turns(3);
        Assert.False(task.IsDone);
        _clock.Advance(TimeSpan.FromTicks(1));
        await task;
        Assert.Equal(["woke"], _log);
    });

    [Fact]
    public void Sleep_Several_WakeInOrderOfTheirTimes() => Run(async () =>
    {
        var tasks = new[] { 3, 1, 2 }.Select(i => Coro.CreateTask(Sleeper($"{i}", i))).ToList();
        await Coro.Yield();
        _clock.Advance(Seconds(3));
        foreach (var task in tasks)
        {
            await task;
        }
        Assert.Equal(["1", "2", "3"], _log);
    });

    [Fact]
    public void Sleep_Due_WakesInTheTurnAfterItsTimer() => Run(async () =>
    {
        var task = Coro.CreateTask(Sleeper("sleeper", 1));
        await Coro.Yield();
        EventLoop.Running.CallLater(Seconds(1), () =>
        {
            _log.Add("timer");
            EventLoop.Running.CallSoon(() => _log.Add("soon"));
        });
        _clock.Advance(Seconds(1));
        await task;
        await Coro.Yield();
        Assert.Equal(["timer", "sleeper", "soon"], _log);
    });

    [Theory]
    [InlineData(-1)]
    [InlineData(-1_000)]
    [InlineData(-100_000_000)]
    public void Sleep_Negative_Throws(long ticks) => Run(async () =>
    {
        await Expect.Throws<ArgumentOutOfRangeException>(() => Coro.Sleep(TimeSpan.FromTicks(ticks)));
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sleep_InfiniteOrLongerThanAnyTimer_LastsUntilCancelled(bool infinite) => Run(async () =>
    {
        _clock.Advance(Seconds(1));     // so that the end of the sleep is later than a TimeSpan can say
        var task = Coro.CreateTask(Long());
        await Coro.Yield();
        _clock.Advance(TimeSpan.FromDays(100_000));
        await Loop.Turns(3);
        Assert.False(task.IsDone);
        task.Cancel();
        await Expect.Throws<CancelledException>(task);

        async Coro Long() => await Coro.Sleep(infinite ? Timeout.InfiniteTimeSpan : TimeSpan.MaxValue);
    });

    [Fact]
    public void Sleep_CancelledInTheTurnItIsDue_IsCancelled() => Run(async () =>
    {
        var task = Coro.CreateTask(Sleeper("woke", 1));
        await Coro.Yield();
        _clock.Advance(Seconds(1));
        await Coro.Yield();
        Assert.True(task.Cancel());
        await Expect.Throws<CancelledException>(task);
        Assert.Empty(_log);
    });

    [Fact]
    public void Sleep_CancelledBeforeItsTimerRuns_IsCancelledAndTheTimerDoesNothing() => Run(async () =>
    {
        var task = Coro.CreateTask(Sleeper("woke", 1));
        await Coro.Yield();
        _clock.Advance(Seconds(1));
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        await Loop.Turns(3);
        Assert.Empty(_log);
    });

    [Fact]
    public void Sleep_ShortOnTheSystemClock_Ends()
    {
        var before = TimeProvider.System.GetTimestamp();
        Loop.Run(async () =>
        {
            var start = EventLoop.Running.Time;
            await Coro.Sleep(TimeSpan.FromMilliseconds(2));
            Assert.True(EventLoop.Running.Time - start >= TimeSpan.FromMilliseconds(2));
        });
        Assert.True(TimeProvider.System.GetElapsedTime(before) >= TimeSpan.FromMilliseconds(2));
    }

    async Coro Sleeper(string what, params int[] seconds)
    {
        foreach (var delay in seconds)
        {
            await Coro.Sleep(Seconds(delay));
        }
        _log.Add(what);
    }

    void Run(Func<Coro> main) => Loop.Run(main, new RunOptions { TimeProvider = _clock });

    static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
