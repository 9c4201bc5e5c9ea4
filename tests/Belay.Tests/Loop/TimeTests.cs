using Belay.Tests.Support;

namespace Belay.Tests.Scheduling;

public class TimeTests
{
    [Fact]
    public void Time_OfANewLoop_IsZero()
    {
        var clock = new ManualClock();
        clock.Advance(TimeSpan.FromHours(1));
        using var runner = new Runner(new RunOptions { HandleSignals = false, TimeProvider = clock });
        Assert.Equal(TimeSpan.Zero, runner.Loop.Time);
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.FromSeconds(2), runner.Loop.Time);
    }

    [Fact]
    public void Time_WithinAStep_IsReadWhenItIsAskedFor()
    {
        var clock = new ManualClock();
        Loop.Run(async () =>
        {
            var before = EventLoop.Running.Time;
            clock.Advance(TimeSpan.FromMilliseconds(5));
            Assert.Equal(before + TimeSpan.FromMilliseconds(5), EventLoop.Running.Time);
            await Coro.CompletedCoro;
        }, new RunOptions { TimeProvider = clock });
    }

    [Fact]
    public void Time_OfAProviderWithAnotherFrequency_IsRight()
    {
        var clock = new TwoTicksASecond();
        Loop.Run(async () =>
        {
            var before = EventLoop.Running.Time;
            clock.Ticks += 3;
            Assert.Equal(TimeSpan.FromSeconds(1.5), EventLoop.Running.Time - before);
            await Coro.CompletedCoro;
        }, new RunOptions { TimeProvider = clock });
    }

    [Fact]
    public void Time_OnTheSystemClock_NeverGoesBack() => Loop.Run(async () =>
    {
        var last = EventLoop.Running.Time;
        for (var i = 0; i < 1000; i++)
        {
            await Coro.Yield();
            var now = EventLoop.Running.Time;
            Assert.True(now >= last);
            last = now;
        }
    });

    [Fact]
    public void IsRunning_BeforeDuringAndAfter_SaysSo()
    {
        var runner = new Runner(new RunOptions { HandleSignals = false });
        var loop = runner.Loop;
        Assert.False(loop.IsRunning);
        Assert.False(loop.IsClosed);
        runner.Run(Main());
        Assert.False(loop.IsRunning);
        Assert.False(loop.IsClosed);
        runner.Dispose();
        Assert.False(loop.IsRunning);
        Assert.True(loop.IsClosed);

        async Coro Main()
        {
            Assert.Same(loop, EventLoop.Running);
            Assert.True(loop.IsRunning);
            Assert.False(loop.IsClosed);
            await Coro.Yield();
        }
    }

    sealed class TwoTicksASecond : TimeProvider
    {
        public long Ticks { get; set; } = 1000;

        public override long TimestampFrequency => 2;

        public override long GetTimestamp() => Ticks;
    }

    [Fact]
    public void Sleep_OnTheSystemsClockInABusyLoop_EndsNeitherEarlyNorNever() => Loop.Run(async () =>
    {
        // Longer than what a coarse clock decides, so that both clocks have their part.
        var delay = TimeSpan.FromMilliseconds(150);
        var end = EventLoop.Running.Time + delay;
        var sleeper = Coro.CreateTask(Coro.Sleep(delay));
        while (!sleeper.IsDone)
        {
            await Coro.Yield();
        }
        Assert.True(EventLoop.Running.Time >= end);
    });
}
