using Belay.Tests.Support;

namespace Belay.Tests.Scheduling;

public class CallSoonTests
{
    readonly List<string> _log = [];

    [Fact]
    public void CallSoon_Several_RunInOrderAndNotAtOnce() => Loop.Run(async () =>
    {
        for (var i = 0; i < 5; i++)
        {
            var name = $"{i}";
            EventLoop.Running.CallSoon(() => _log.Add(name));
        }
        Assert.Empty(_log);
        await Coro.Yield();
        Assert.Equal(["0", "1", "2", "3", "4"], _log);
    });

    [Fact]
    public void Cancel_BeforeItRuns_CallbackNeverRuns() => Loop.Run(async () =>
    {
        var handle = EventLoop.Running.CallSoon(() => _log.Add("cancelled"));
        Assert.False(handle.IsCancelled);
        handle.Cancel();
        handle.Cancel();
        Assert.True(handle.IsCancelled);
        await Coro.Yield();
        Assert.Empty(_log);
    });

    [Fact]
    public void Cancel_InTheSameTurn_CallbackNeverRuns() => Loop.Run(async () =>
    {
        Handle? second = null;
        EventLoop.Running.CallSoon(() => second!.Cancel());
        second = EventLoop.Running.CallSoon(() => _log.Add("cancelled"));
        await Loop.Turns(2);
        Assert.Empty(_log);
    });

    [Fact]
    public void Cancel_AfterItRan_IsOnlyNoted() => Loop.Run(async () =>
    {
        var handle = EventLoop.Running.CallSoon(() => _log.Add("ran"));
        await Coro.Yield();
        Assert.False(handle.IsCancelled);
        handle.Cancel();
        Assert.True(handle.IsCancelled);
        Assert.Equal(["ran"], _log);
    });

    [Fact]
    public void CallSoon_CallbackThatThrows_IsReportedAndTheLoopGoesOn()
    {
        var errors = Loop.RunCollectingErrors(async () =>
        {
            EventLoop.Running.CallSoon(() => throw new Boom("first"));
            EventLoop.Running.CallSoon(() => _log.Add("between"));
            EventLoop.Running.CallSoon(() => throw new Boom("second"));
            await Coro.Yield();
            _log.Add("main");
        });
        Assert.Equal(["between", "main"], _log);
        Assert.Equal(["first", "second"], errors.Select(error => error.Exception!.Message));
    }

    [Fact]
    public void CallSoon_WithNull_Throws() => Loop.Run(async () =>
    {
        var loop = EventLoop.Running;
        Assert.Throws<ArgumentNullException>(() => loop.CallSoon(null!));
        Assert.Throws<ArgumentNullException>(() => loop.CallSoonThreadSafe(null!));
        Assert.Throws<ArgumentNullException>(() => loop.CallLater(TimeSpan.Zero, null!));
        Assert.Throws<ArgumentNullException>(() => loop.CallAt(TimeSpan.Zero, null!));
        await Coro.CompletedCoro;
    });

    [Fact]
    public void CallSoon_BeforeTheLoopRuns_RunsBeforeMain()
    {
        using var runner = new Runner(new RunOptions { HandleSignals = false });
        runner.Loop.CallSoon(() => _log.Add("early"));
        Assert.Empty(_log);
        runner.Run(Main());
        Assert.Equal(["early", "main"], _log);

        async Coro Main()
        {
            _log.Add("main");
            await Coro.Yield();
        }
    }

    [Fact]
    public void CallSoon_FromACallback_SeesTheRunningLoop() => Loop.Run(async () =>
    {
        EventLoop? seen = null;
        EventLoop.Running.CallSoon(() => seen = EventLoop.Running);
        await Coro.Yield();
        Assert.Same(EventLoop.Running, seen);
    });

    [Fact]
    public void CallSoon_MoreThanAnyBuffer_KeepsTheOrder() => Loop.Run(async () =>
    {
        const int count = 100_000;
        var seen = new List<int>(count);
        for (var round = 0; round < 3; round++)
        {
            seen.Clear();
            for (var i = 0; i < count; i++)
            {
                var number = i;
                EventLoop.Running.CallSoon(() => seen.Add(number));
            }
            await Coro.Yield();
            Assert.Equal(Enumerable.Range(0, count), seen);
        }
    });
}
