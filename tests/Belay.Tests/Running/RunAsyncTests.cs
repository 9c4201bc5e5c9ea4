using Belay.Tests.Support;

namespace Belay.Tests.Running;

/// <summary>Coro.RunAsync: a loop that borrows pool threads, one step at a time.</summary>
public class RunAsyncTests
{
    [Fact]
    public async Task RunAsync_MainReturnsAValue_TaskHasIt() =>
        Assert.Equal(42, await HangGuard.Run(Coro.RunAsync(Work.Return(42, turns: 3))));

    [Fact]
    public async Task RunAsync_MainWithoutResult_RunsToItsEnd()
    {
        var ended = false;
        async Coro Main()
        {
            await Coro.Yield();
            ended = true;
        }
        await HangGuard.Run(Coro.RunAsync(Main()));
        Assert.True(ended);
    }

    [Fact]
    public async Task RunAsync_MainThrows_TaskFailsWithThatSameException()
    {
        var boom = new Boom();
        var running = Coro.RunAsync(Work.Fail(boom, turns: 2));
        Assert.Same(boom, await Assert.ThrowsAsync<Boom>(() => HangGuard.Run(running)));
        Assert.True(running.IsFaulted);
    }

    [Fact]
    public async Task RunAsync_MainEndsCancelled_TaskIsCancelled()
    {
        var running = Coro.RunAsync(Work.Fail(new CancelledException(), turns: 2));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => HangGuard.Run(running));
        Assert.True(running.IsCanceled);
    }

    [Fact]
    public async Task RunAsync_MainThrowsAForeignCancellation_TaskFails()
    {
        var running = Coro.RunAsync(Work.Fail(new OperationCanceledException(), turns: 2));
        await Assert.ThrowsAsync<OperationCanceledException>(() => HangGuard.Run(running));
        Assert.True(running.IsFaulted);
    }

    [Fact]
    public async Task RunAsync_MainWaits_CallerIsNotBlocked()
    {
        var gate = new TaskCompletionSource<int>();
        async Coro<int> Main() => await gate.Task;
        var running = Coro.RunAsync(Main());
        Assert.False(running.IsCompleted);
        gate.SetResult(5);
        Assert.Equal(5, await HangGuard.Run(running));
    }

    [Fact]
    public async Task RunAsync_TokenCancelled_CancelsMain()
    {
        using var source = new CancellationTokenSource();
        var waiting = new TaskCompletionSource();
        var cleanedUp = false;
        async Coro Main()
        {
            waiting.SetResult();
            await Work.CleanUpWhenCancelled(3, () => cleanedUp = true);
        }
        var running = Coro.RunAsync(Main(), cancellationToken: source.Token);
        await HangGuard.Run(waiting.Task);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => HangGuard.Run(running));
        Assert.True(running.IsCanceled);
        Assert.True(cleanedUp);
    }

    [Fact]
    public async Task RunAsync_TokenCancelledButMainSwallowsIt_TaskHasMainsValue()
    {
        using var source = new CancellationTokenSource();
        var waiting = new TaskCompletionSource();
        async Coro<int> Main()
        {
            waiting.SetResult();
            await Expect.Throws<CancelledException>(Work.Forever());
            await Loop.Turns(2);
            return 8;
        }
        var running = Coro.RunAsync(Main(), cancellationToken: source.Token);
        await HangGuard.Run(waiting.Task);
        await source.CancelAsync();
        Assert.Equal(8, await HangGuard.Run(running));
    }

    [Fact]
    public async Task RunAsync_TokenCancelledBefore_MainNeverRuns()
    {
        var ran = false;
        async Coro Main()
        {
            ran = true;
            await Coro.Yield();
        }
        var running = Coro.RunAsync(Main(), cancellationToken: new CancellationToken(canceled: true));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => HangGuard.Run(running));
        Assert.False(ran);
    }

    [Fact]
    public async Task RunAsync_TokenCancelledAfterwards_ChangesNothing()
    {
        using var source = new CancellationTokenSource();
        var running = Coro.RunAsync(Work.Return(1, turns: 2), cancellationToken: source.Token);
        Assert.Equal(1, await HangGuard.Run(running));
        await source.CancelAsync();
        Assert.Equal(1, await running);
    }

    [Fact]
    public async Task RunAsync_LeftoverTask_IsCancelledAndAwaitedBeforeTheTaskCompletes()
    {
        var cleanedUp = false;
        async Coro<int> Main()
        {
            Coro.CreateTask(Work.CleanUpWhenCancelled(5, () => cleanedUp = true));
            await Coro.Yield();
            return 1;
        }
        Assert.Equal(1, await HangGuard.Run(Coro.RunAsync(Main())));
        Assert.True(cleanedUp);
    }

    [Fact]
    public async Task RunAsync_UnseenFailure_GoesToTheErrorHandler()
    {
        var boom = new Boom();
        var errors = new List<LoopError>();
        async Coro Main()
        {
            Coro.CreateTask(Work.Fail(boom));
            await Loop.Turns(3);
        }
        await HangGuard.Run(Coro.RunAsync(Main(), new RunOptions { ErrorHandler = errors.Add }));
        Assert.Same(boom, Assert.Single(errors).Exception);
    }

    [Fact]
    public async Task RunAsync_KeyboardInterruptInATask_FailsTheTaskAfterMainsCleanUp()
    {
        var interrupt = new KeyboardInterruptException();
        var cleanedUp = false;
        async Coro Main()
        {
            Coro.CreateTask(Work.Fail(interrupt, turns: 1));
            await Work.CleanUpWhenCancelled(2, () => cleanedUp = true);
        }
        var thrown = await Assert.ThrowsAsync<KeyboardInterruptException>(() => HangGuard.Run(Coro.RunAsync(Main())));
        Assert.Same(interrupt, thrown);
        Assert.True(cleanedUp);
    }

    [Fact]
    public async Task RunAsync_ForeignAwaits_ResumeOnTheLoop()
    {
        async Coro Main()
        {
            var loop = EventLoop.Running;
            var me = Coro.CurrentTask;
            for (var i = 0; i < 20; i++)
            {
                await Task.Yield();
                Assert.Same(loop, EventLoop.Running);
                await Task.Run(() => { }).ConfigureAwait(false);
                Assert.Same(loop, EventLoop.Running);
                Assert.Same(me, Coro.CurrentTask);
            }
        }
        await HangGuard.Run(Coro.RunAsync(Main()));
    }

    [Fact]
    public async Task RunAsync_ManyTasksWithForeignAwaits_NeverRunTwoStepsAtOnce()
    {
        var inStep = 0;
        var overlaps = 0;
        async Coro Stepper()
        {
            for (var i = 0; i < 50; i++)
            {
                if (Interlocked.Increment(ref inStep) != 1)
                {
                    Interlocked.Increment(ref overlaps);
                }
                Interlocked.Decrement(ref inStep);
                await Task.Run(() => { });
            }
        }
        var main = TaskGroup.Run(async group =>
        {
            for (var i = 0; i < 20; i++)
            {
                group.CreateTask(Stepper());
            }
        });
        await HangGuard.Run(Coro.RunAsync(main));
        Assert.Equal(0, overlaps);
    }

    [Fact]
    public async Task RunAsync_ManyLoopsAtOnce_AllFinish()
    {
        async Coro<int> Main(int number)
        {
            await Task.Run(() => { });
            await Loop.Turns(3);
            Assert.Same(Coro.CurrentTask, Assert.Single(Coro.AllTasks()));
            return number;
        }
        var running = Enumerable.Range(0, 50).Select(number => Coro.RunAsync(Main(number)));
        Assert.Equal(Enumerable.Range(0, 50), await HangGuard.Run(Task.WhenAll(running)));
    }

    [Fact]
    public async Task RunAsync_ClosedLoop_IsNoLongerRunning()
    {
        async Coro<EventLoop> Main()
        {
            Assert.True(EventLoop.Running.IsRunning);
            await Coro.Yield();
            return EventLoop.Running;
        }
        var loop = await HangGuard.Run(Coro.RunAsync(Main()));
        Assert.True(loop.IsClosed);
        Assert.False(loop.IsRunning);
    }

    [Fact]
    public void RunAsync_InsideARunningLoop_IsALoopOfItsOwn() => Loop.Run(async () =>
    {
        static async Coro<EventLoop> Main()
        {
            await Coro.Yield();
            return EventLoop.Running;
        }
        var here = EventLoop.Running;
        var there = await Coro.RunAsync(Main());
        Assert.NotSame(here, there);
        Assert.Same(here, EventLoop.Running);
    });

    [Fact]
    public async Task RunAsync_OfATask_Throws()
    {
        static async Coro<CoroTask<int>> Main() => Coro.CreateTask(Work.Return(1));
        var task = await HangGuard.Run(Coro.RunAsync(Main()));
        await Assert.ThrowsAsync<ArgumentException>(() => Coro.RunAsync((Coro<int>)task));
    }

    [Fact]
    public void RunAsync_LoopsPassFromThreadToThread_EachStaysTheRunningOne()
    {
        // Each hand-over is a chance for the thread that leaves to disturb the one that goes on.
        HangGuard.Run(() => Task.WaitAll([.. Enumerable.Range(0, 4).Select(_ => Coro.RunAsync(Main()))]));

        static async Coro Main()
        {
            var (loop, task) = (EventLoop.Running, Coro.CurrentTask);
            for (var i = 0; i < 20_000; i++)
            {
                await Task.Run(static () => { });       // the loop falls asleep here and is woken there, at the same moment
                Assert.Same(loop, EventLoop.Running);
                Assert.Same(task, Coro.CurrentTask);
            }
        }
    }
}
