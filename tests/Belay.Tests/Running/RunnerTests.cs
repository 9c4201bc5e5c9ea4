using Belay.Tests.Support;

namespace Belay.Tests.Running;

/// <summary>Runner: several mains on one loop, and one context.</summary>
public class RunnerTests
{
    static readonly RunOptions _options = new() { HandleSignals = false };

    static void WithRunner(Action<Runner> test) => HangGuard.Run(() =>
    {
        using var runner = new Runner(_options);
        test(runner);
    });

    [Fact]
    public void Run_Main_ReturnsItsValueOnTheRunnersLoop() => WithRunner(runner =>
    {
        async Coro<string> Main()
        {
            await Coro.Yield();
            Assert.Same(runner.Loop, EventLoop.Running);
            Assert.True(runner.Loop.IsRunning);
            return "done";
        }
        Assert.Equal("done", runner.Run(Main()));
        Assert.False(runner.Loop.IsRunning);
        Assert.False(runner.Loop.IsClosed);
    });

    [Fact]
    public void Run_Twice_IsOnOneLoop() => WithRunner(runner =>
    {
        static async Coro<EventLoop> Main() => EventLoop.Running;
        Assert.Same(runner.Run(Main()), runner.Run(Main()));
    });

    [Fact]
    public void Run_MainThrows_ThrowsItAndTheRunnerGoesOn() => WithRunner(runner =>
    {
        var boom = new Boom();
        Assert.Same(boom, Assert.Throws<Boom>(() => runner.Run(Work.Fail(boom, turns: 1))));
        Assert.Equal(1, runner.Run(Work.Return(1)));
    });

    [Fact]
    public void Run_OfAFutureOrTask_Throws() => WithRunner(runner =>
    {
        var future = new Future<int>(runner.Loop);
        Assert.Throws<ArgumentException>(() => runner.Run((Coro)future));
        Assert.Throws<ArgumentException>(() => { _ = runner.Run((Coro<int>)future); });
        static async Coro<CoroTask<int>> Main() => Coro.CreateTask(Work.Return(1));
        var task = runner.Run(Main());
        Assert.Throws<ArgumentException>(() => { _ = runner.Run((Coro<int>)task); });
    });

    [Fact]
    public void Run_InsideItself_Throws() => WithRunner(runner =>
    {
        async Coro Main()
        {
            runner.Run(Coro.Yield());
            await Coro.Yield();
        }
        Assert.Throws<InvalidOperationException>(() => runner.Run(Main()));
    });

    [Fact]
    public void Run_InsideAnotherLoop_Throws() => WithRunner(runner => Loop.Run(async () =>
    {
        Assert.Throws<InvalidOperationException>(() => runner.Run(Coro.Yield()));
        await Coro.Yield();
    }));

    [Fact]
    public void Dispose_ClosesTheLoop() => HangGuard.Run(() =>
    {
        var runner = new Runner(_options);
        var loop = runner.Loop;
        Assert.False(loop.IsClosed);
        runner.Dispose();
        Assert.True(loop.IsClosed);
    });

    [Fact]
    public void Dispose_Twice_IsAsOnce() => HangGuard.Run(() =>
    {
        var runner = new Runner(_options);
        runner.Run(Coro.Yield());
        runner.Dispose();
        runner.Dispose();
        Assert.Equal(1, Coro.Run(Work.Return(1), _options));
    });

    [Fact]
    public void Dispose_Unused_DoesNothing() => HangGuard.Run(() => new Runner(_options).Dispose());

    [Fact]
    public void Run_AfterDispose_ThrowsAndRunsNothing() => HangGuard.Run(() =>
    {
        var ran = new List<int>();
        async Coro Main(int number) => ran.Add(number);
        var runner = new Runner(_options);
        runner.Run(Main(1));
        runner.Dispose();
        Assert.ThrowsAny<InvalidOperationException>(() => runner.Run(Main(2)));
        Assert.ThrowsAny<InvalidOperationException>(() => runner.Loop);
        Assert.Equal([1], ran);
    });

    [Fact]
    public void Run_ContextOfAnEarlierRun_IsKept() => WithRunner(runner =>
    {
        var variable = new ContextVar<int>("variable", -1);
        async Coro<int> Exchange(int value)
        {
            var old = variable.Value;
            await Coro.Yield();
            variable.Value = value;
            return old;
        }
        Assert.Equal(-1, runner.Run(Exchange(1)));
        Assert.Equal(1, runner.Run(Exchange(2)));
        Assert.Equal(2, runner.Run(Exchange(3)));
        Assert.Equal(-1, variable.Value);
    });

    [Fact]
    public void Run_DetachedTask_LivesOnIntoTheNextRunAndEndsAtDispose()
    {
        var log = new List<string>();
        async Coro Detached()
        {
            try
            {
                log.Add("1");
                await Coro.Yield();
                log.Add("2");
                await Coro.Yield();
                log.Add("3");
                await Work.Forever();
            }
            finally
            {
                log.Add("end");
            }
        }
        async Coro Spawn() => Coro.CreateTask(Detached());
        WithRunner(runner =>
        {
            runner.Run(Spawn());
            log.Add("between");
            runner.Loop.CallSoon(() => log.Add("callback"));
            runner.Run(Loop.Turns(5));
            log.Add("closing");
        });
        Assert.Equal(["1", "between", "2", "callback", "3", "closing", "end"], log);
    }

    [Fact]
    public void Run_AfterACallbacksKeyboardInterrupt_TheRunnerGoesOn() => WithRunner(runner =>
    {
        static async Coro Main()
        {
            EventLoop.Running.CallSoon(() => throw new KeyboardInterruptException());
            await Work.Forever();
        }
        Assert.Throws<KeyboardInterruptException>(() => runner.Run(Main()));
        Assert.Equal(1, runner.Run(Work.Return(1, turns: 2)));
    });

    [Fact]
    public void Run_InterruptedMain_IsCancelledAtDispose()
    {
        var cleanedUp = false;
        async Coro Main()
        {
            EventLoop.Running.CallSoon(() => throw new KeyboardInterruptException());
            await Work.CleanUpWhenCancelled(2, () => cleanedUp = true);
        }
        WithRunner(runner =>
        {
            Assert.Throws<KeyboardInterruptException>(() => runner.Run(Main()));
            Assert.False(cleanedUp);
        });
        Assert.True(cleanedUp);
    }

    [Fact]
    public void Run_TwoRunnersOnOneThread_TakeTurns() => WithRunner(first =>
    {
        using var second = new Runner(_options);
        Assert.Equal(1, first.Run(Work.Return(1, turns: 1)));
        Assert.Equal(2, second.Run(Work.Return(2, turns: 1)));
        Assert.Equal(3, first.Run(Work.Return(3, turns: 1)));
        Assert.NotSame(first.Loop, second.Loop);
    });
}
