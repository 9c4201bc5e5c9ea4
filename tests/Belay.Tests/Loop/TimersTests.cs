using Belay.Tests.Support;

namespace Belay.Tests.Scheduling;

public class TimersTests
{
    readonly ManualClock _clock = new();
    readonly List<string> _log = [];

    [Fact]
    public void CallLater_Due_RunsInOrderOfTheirTimes() => Run(async loop =>
    {
        Later(3, "three");
        Later(1, "one");
        Later(2, "two");
        await Coro.Yield();
        Assert.Empty(_log);
        _clock.Advance(Seconds(2));
        await Loop.Turns(2);
        Assert.Equal(["one", "two"], _log);
        _clock.Advance(Seconds(1));
        await Loop.Turns(2);
        Assert.Equal(["one", "two", "three"], _log);
    });

    [Fact]
    public void CallLater_EqualTimes_RunInTheOrderTheyWereSet() => Run(async loop =>
    {
        for (var i = 0; i < 50; i++)
        {
            Later(1, $"{i}");
        }
        _clock.Advance(Seconds(1));
        await Loop.Turns(2);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"{i}"), _log);
    });

    [Fact]
    public void CallLater_NotYetDue_WaitsForTheLastTick() => Run(async loop =>
    {
        Later(1, "due");
        _clock.Advance(Seconds(1) - TimeSpan.FromTicks(1));
        await Loop.Turns(3);
        Assert.Empty(_log);
        _clock.Advance(TimeSpan.FromTicks(1));
        await Loop.Turns(2);
        Assert.Equal(["due"], _log);
    });

    [Fact]
    public void CallLater_Zero_RunsAfterWhatIsReady() => Run(async loop =>
    {
        Later(0, "timer");
        loop.CallSoon(() => _log.Add("soon"));
        await Coro.Yield();
        Assert.Equal(["soon"], _log);
        await Coro.Yield();
        Assert.Equal(["soon", "timer"], _log);
    });

    [Fact]
    public void CallLater_NegativeDelays_RunAtOnceEarliestFirst() => Run(async loop =>
    {
        Later(-1, "a");
        Later(-2, "b");
        await Loop.Turns(2);
        Assert.Equal(["b", "a"], _log);
    });

    [Fact]
    public void CallAt_InThePast_RunsInTheNextTurn() => Run(async loop =>
    {
        _clock.Advance(Seconds(5));
        loop.CallAt(Seconds(1), () => _log.Add("past"));
        Assert.Empty(_log);
        await Loop.Turns(2);
        Assert.Equal(["past"], _log);
    });

    [Fact]
    public void When_OfATimer_IsItsTimeOnTheLoop() => Run(async loop =>
    {
        _clock.Advance(Seconds(5));
        Assert.Equal(loop.Time + Seconds(3), loop.CallLater(Seconds(3), () => { }).When);
        Assert.Equal(Seconds(9), loop.CallAt(Seconds(9), () => { }).When);
        await Coro.CompletedCoro;
    });

    [Fact]
    public void Cancel_BeforeItIsDue_NeverRuns() => Run(async loop =>
    {
        var timer = loop.CallLater(Seconds(1), () => _log.Add("cancelled"));
        Later(1, "kept");
        timer.Cancel();
        timer.Cancel();
        Assert.True(timer.IsCancelled);
        _clock.Advance(Seconds(2));
        await Loop.Turns(2);
        Assert.Equal(["kept"], _log);
    });

    [Fact]
    public void Cancel_WhenDueButNotYetRun_NeverRuns() => Run(async loop =>
    {
        TimerHandle? second = null;
        loop.CallLater(Seconds(1), () => second!.Cancel());
        second = loop.CallLater(Seconds(1), () => _log.Add("cancelled"));
        _clock.Advance(Seconds(1));
        await Loop.Turns(2);
        Assert.Empty(_log);
    });

    [Fact]
    public void Cancel_AfterItRan_HarmsNoOther() => Run(async loop =>
    {
        var timer = loop.CallLater(Seconds(1), () => _log.Add("ran"));
        Later(2, "other");
        _clock.Advance(Seconds(1));
        await Loop.Turns(2);
        timer.Cancel();
        _clock.Advance(Seconds(1));
        await Loop.Turns(2);
        Assert.Equal(["ran", "other"], _log);
    });

    [Fact]
    public void CallLater_FromATimer_RunsInItsOwnTime() => Run(async loop =>
    {
        loop.CallLater(Seconds(1), () =>
        {
            _log.Add("first");
            Later(0, "second");
            Later(1, "third");
        });
        _clock.Advance(Seconds(1));
        await Loop.Turns(2);
        Assert.Equal(["first"], _log);
        await Coro.Yield();
        Assert.Equal(["first", "second"], _log);
        _clock.Advance(Seconds(1));
        await Loop.Turns(2);
        Assert.Equal(["first", "second", "third"], _log);
    });

    [Fact]
    public void CallLater_CallbackThatThrows_IsReportedAndOthersRun()
    {
        var errors = Loop.RunCollectingErrors(async () =>
        {
            EventLoop.Running.CallLater(Seconds(1), () => throw new Boom());
            EventLoop.Running.CallLater(Seconds(1), () => _log.Add("next"));
            _clock.Advance(Seconds(1));
            await Loop.Turns(2);
            Assert.Equal(["next"], _log);
        }, new RunOptions { TimeProvider = _clock });
        Assert.IsType<Boom>(Assert.Single(errors).Exception);
    }

    [Fact]
    public void CallLater_ManyAtRandomWithRandomCancels_RunInOrder() => Run(async loop =>
    {
        var random = new Random(7);
        var expected = new List<(int When, int Number)>();
        var seen = new List<(int When, int Number)>();
        var timers = new List<(TimerHandle Timer, (int When, int Number) Entry)>();
        for (var i = 0; i < 10_000; i++)
        {
            var entry = (random.Next(500), i);
            timers.Add((loop.CallLater(Seconds(entry.Item1), () => seen.Add(entry)), entry));
        }
        foreach (var (timer, entry) in timers)
        {
            if (random.Next(3) == 0)
            {
                timer.Cancel();
            }
            else
            {
                expected.Add(entry);
            }
        }
        for (var second = 0; second < 500; second++)
        {
            await Coro.Yield();
            _clock.Advance(Seconds(1));
        }
        await Coro.Yield();
        Assert.Equal(expected.OrderBy(entry => entry.When).ThenBy(entry => entry.Number), seen);
    });

    [Fact]
    public void CallLater_VeryFarAway_IsNeverDue() => Run(async loop =>
    {
        _clock.Advance(Seconds(1));
        loop.CallLater(TimeSpan.MaxValue, () => _log.Add("after the end of time"));
        loop.CallAt(TimeSpan.MaxValue, () => _log.Add("the end of time"));
        _clock.Advance(TimeSpan.FromDays(100_000));
        await Loop.Turns(2);
        Assert.Empty(_log);
    });

    void Later(int seconds, string what) => EventLoop.Running.CallLater(Seconds(seconds), () => _log.Add(what));

    void Run(Func<EventLoop, Coro> main) =>
        Loop.Run(() => WithLoop(main), new RunOptions { TimeProvider = _clock });

    static async Coro WithLoop(Func<EventLoop, Coro> main) => await main(EventLoop.Running);

    static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
