using Belay.Tests.Support;

namespace Belay.Tests.Running;

/// <summary>Coro.Run: what it returns, what it throws, what it refuses.</summary>
public class RunTests
{
    static readonly RunOptions _options = new() { HandleSignals = false };

    [Fact]
    public void Run_MainReturnsAValue_ReturnsIt() => HangGuard.Run(() =>
        Assert.Equal(42, Coro.Run(Work.Return(42, turns: 1), _options)));

    [Fact]
    public void Run_MainWithoutResult_RunsToItsEnd() => HangGuard.Run(() =>
    {
        var ended = false;
        async Coro Main()
        {
            await Coro.Yield();
            ended = true;
        }
        Coro.Run(Main(), _options);
        Assert.True(ended);
    });

    [Fact]
    public void Run_MainThrows_ThrowsThatSameException() => HangGuard.Run(() =>
    {
        var boom = new Boom("spam");
        Assert.Same(boom, Assert.Throws<Boom>(() => Coro.Run(Work.Fail(boom, turns: 1), _options)));
    });

    [Fact]
    public void Run_MainThrows_TheTraceNamesTheCoroutines() => HangGuard.Run(() =>
    {
        async Coro Inner()
        {
            await Coro.Yield();
            throw new Boom();
        }
        async Coro Outer() => await Inner();
        var thrown = Assert.Throws<Boom>(() => Coro.Run(Outer(), _options));
        Assert.Contains(nameof(Inner), thrown.StackTrace);
        Assert.Contains(nameof(Outer), thrown.StackTrace);
    });

    [Fact]
    public void Run_MainThrowsCancelled_ThrowsItWithTheMessage() => HangGuard.Run(() =>
    {
        var thrown = Assert.Throws<CancelledException>(
            () => Coro.Run(Work.Fail(new CancelledException("bye"), turns: 1), _options));
        Assert.Equal("bye", thrown.Message);
    });

    [Fact]
    public void Run_MainCancelsItself_ThrowsCancelled() => HangGuard.Run(() =>
    {
        static async Coro Main()
        {
            Coro.CurrentTask.Cancel("bye");
            await Work.Forever();
        }
        Assert.Equal("bye", Assert.Throws<CancelledException>(() => Coro.Run(Main(), _options)).Message);
    });

    [Fact]
    public void Run_MainSwallowsItsCancellation_ReturnsItsValue() => HangGuard.Run(() =>
    {
        static async Coro<int> Main()
        {
            Coro.CurrentTask.Cancel();
            await Expect.Throws<CancelledException>(Work.Forever());
            return 3;
        }
        Assert.Equal(3, Coro.Run(Main(), _options));
    });

    [Fact]
    public void Run_MainReturnsWithAnUndeliveredRequest_ThrowsCancelled() => HangGuard.Run(() =>
    {
        static async Coro<int> Main()
        {
            await Coro.Yield();
            Coro.CurrentTask.Cancel();
            return 3;
        }
        Assert.Throws<CancelledException>(() => { _ = Coro.Run(Main(), _options); });
    });

    [Fact]
    public void Run_CompletedCoroutines_AreMainsLikeAnyOther() => HangGuard.Run(() =>
    {
        Coro.Run(Coro.CompletedCoro, _options);
        Coro.Run(default, _options);
        Assert.Equal(7, Coro.Run(Coro.FromResult(7), _options));
    });

    [Fact]
    public void Run_OnTheCallersThread_MainSeesIt() => HangGuard.Run(() =>
    {
        var threads = new List<int>();
        async Coro Main()
        {
            threads.Add(Environment.CurrentManagedThreadId);
            await Coro.Yield();
            threads.Add(Environment.CurrentManagedThreadId);
            await Task.Run(() => { });
            threads.Add(Environment.CurrentManagedThreadId);
        }
        Coro.Run(Main(), _options);
        Assert.Equal(Enumerable.Repeat(Environment.CurrentManagedThreadId, 3), threads);
    });

    [Fact]
    public void Run_InsideARunningLoop_Throws() => Loop.Run(async () =>
    {
        Assert.Throws<InvalidOperationException>(() => Coro.Run(Coro.Yield(), _options));
        Assert.Throws<InvalidOperationException>(() => { _ = Coro.Run(Work.Return(1), _options); });
        await Coro.Yield();
    });

    [Fact]
    public void Run_InsideACallback_Throws() => Loop.Run(async () =>
    {
        var outcome = new Future<Exception?>();
        EventLoop.Running.CallSoon(
            () => outcome.SetResult(Record.Exception(() => Coro.Run(Coro.Yield(), _options))));
        Assert.IsType<InvalidOperationException>(await outcome);
    });

    [Fact]
    public void Run_AfterAnother_HasAFreshLoop() => HangGuard.Run(() =>
    {
        static async Coro<EventLoop> Main() => EventLoop.Running;
        var first = Coro.Run(Main(), _options);
        var second = Coro.Run(Main(), _options);
        Assert.NotSame(first, second);
        Assert.True(first.IsClosed);
        Assert.False(first.IsRunning);
        Assert.True(second.IsClosed);
    });

    [Fact]
    public void Run_AfterAFailure_TheThreadCanRunAgain() => HangGuard.Run(() =>
    {
        Assert.Throws<Boom>(() => Coro.Run(Work.Fail(new Boom()), _options));
        Assert.Throws<InvalidOperationException>(() => EventLoop.Running);
        Assert.Equal(1, Coro.Run(Work.Return(1), _options));
    });

    [Fact]
    public void Run_AfterwardsAndBefore_NoLoopRunsOnTheThread() => HangGuard.Run(() =>
    {
        Assert.Throws<InvalidOperationException>(() => EventLoop.Running);
        Coro.Run(Coro.Yield(), _options);
        Assert.Throws<InvalidOperationException>(() => EventLoop.Running);
        Assert.Throws<InvalidOperationException>(() => Coro.CurrentTask);
    });

    [Fact]
    public async Task Run_OnTwoThreadsAtOnce_LoopsAreIndependent()
    {
        using var bothRun = new Barrier(2);
        async Coro<EventLoop> Main()
        {
            bothRun.SignalAndWait();
            await Loop.Turns(3);
            Assert.Same(Coro.CurrentTask, Assert.Single(Coro.AllTasks()));
            bothRun.SignalAndWait();
            return EventLoop.Running;
        }
        var loops = await Task.WhenAll(Task.Run(() => Loop.Run(Main)), Task.Run(() => Loop.Run(Main)));
        Assert.NotSame(loops[0], loops[1]);
    }

    [Fact]
    public void Run_OfAFuture_Throws() => HangGuard.Run(() =>
    {
        using var runner = new Runner(_options);
        var future = new Future<int>(runner.Loop);
        Assert.Throws<ArgumentException>(() => Coro.Run((Coro)future, _options));
        Assert.Throws<ArgumentException>(() => { _ = Coro.Run((Coro<int>)future, _options); });
        future.SetResult(1);
        Assert.Throws<ArgumentException>(() => { _ = Coro.Run((Coro<int>)future, _options); });
    });

    [Fact]
    public void Run_OfATask_Throws() => HangGuard.Run(() =>
    {
        static async Coro<CoroTask<int>> Main() => Coro.CreateTask(Work.Return(1));
        var task = Coro.Run(Main(), _options);
        Assert.Throws<ArgumentException>(() => { _ = Coro.Run((Coro<int>)task, _options); });
        Assert.Throws<ArgumentException>(() => Coro.Run((Coro)task, _options));
    });

    [Fact]
    public void Run_OfACoroutineUsedAlready_Throws() => HangGuard.Run(() =>
    {
        var coroutine = Work.Return(1, turns: 1);
        Assert.Equal(1, Coro.Run(coroutine, _options));
        Assert.Throws<InvalidOperationException>(() => { _ = Coro.Run(coroutine, _options); });
    });

    [Fact]
    public void Run_Main_IsTheOnlyTaskAndTheCurrentOne() => Loop.Run(async () =>
    {
        Assert.Same(Coro.CurrentTask, Assert.Single(Coro.AllTasks()));
        Assert.True(EventLoop.Running.IsRunning);
        Assert.False(EventLoop.Running.IsClosed);
        Assert.Same(EventLoop.Running, Coro.CurrentTask.Loop);
    });

    [Fact]
    public void Run_CallbackThrowsKeyboardInterrupt_LeavesTheLoopAndMainCleansUp() => HangGuard.Run(() =>
    {
        var interrupt = new KeyboardInterruptException();
        var cleanedUp = false;
        async Coro Main()
        {
            EventLoop.Running.CallSoon(() => throw interrupt);
            await Work.CleanUpWhenCancelled(3, () => cleanedUp = true);
        }
        Assert.Same(interrupt, Assert.Throws<KeyboardInterruptException>(() => Coro.Run(Main(), _options)));
        Assert.True(cleanedUp);
    });

    [Fact]
    public void Run_TaskThrowsKeyboardInterrupt_LeavesTheLoopAndIsKeptByTheTask() => HangGuard.Run(() =>
    {
        var interrupt = new KeyboardInterruptException();
        CoroTask? detached = null;
        Exception? kept = null;
        async Coro Main()
        {
            detached = Coro.CreateTask(Work.Fail(interrupt, turns: 1));
            try
            {
                await Work.Forever();
            }
            finally
            {
                await Coro.Yield();
                kept = detached.Exception;
            }
        }
        Assert.Same(interrupt, Assert.Throws<KeyboardInterruptException>(() => Coro.Run(Main(), _options)));
        Assert.Same(interrupt, kept);
    });

    [Fact]
    public void Run_MainThrowsKeyboardInterrupt_LeavesAndOthersCleanUp() => HangGuard.Run(() =>
    {
        var interrupt = new KeyboardInterruptException();
        var cleanedUp = false;
        async Coro Main()
        {
            Coro.CreateTask(Work.CleanUpWhenCancelled(3, () => cleanedUp = true));
            await Coro.Yield();
            throw interrupt;
        }
        Assert.Same(interrupt, Assert.Throws<KeyboardInterruptException>(() => Coro.Run(Main(), _options)));
        Assert.True(cleanedUp);
    });
}
