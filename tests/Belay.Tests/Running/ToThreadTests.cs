using Belay.Tests.Support;

namespace Belay.Tests.Running;

public class ToThreadTests
{
    [Fact]
    public void ToThread_Function_GivesItsResult() => Loop.Run(async () =>
    {
        Assert.Equal(42, await Coro.ToThread(() => new[] { 40, 2 }.Sum()));
    });

    [Fact]
    public void ToThread_Action_RunsOnceOnAnotherThread() => Loop.Run(async () =>
    {
        var calls = 0;
        var (here, there) = (Environment.CurrentManagedThreadId, 0);
        await Coro.ToThread(() =>
        {
            calls++;
            there = Environment.CurrentManagedThreadId;
        });
        Assert.Equal(1, calls);
        Assert.NotEqual(here, there);
        Assert.Equal(here, Environment.CurrentManagedThreadId);
    });

    [Fact]
    public void ToThread_Failure_IsThrownAtTheAwait() => Loop.Run(async () =>
    {
        var boom = new Boom();
        Assert.Same(boom, await Expect.Throws<Boom>(Coro.ToThread(() => throw boom)));
        Assert.Same(boom, await Expect.Throws<Boom>(Coro.ToThread<int>(() => throw boom)));
    });

    [Fact]
    public void ToThread_OperationCanceled_IsAFailure() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Coro.ToThread(() => throw new OperationCanceledException("theirs")));
        await Expect.Throws<OperationCanceledException>(task);
        Assert.False(task.IsCancelled);
    });

    [Fact]
    public void ToThread_NotAwaited_RunsNothing() => Loop.Run(async () =>
    {
        var ran = false;
#pragma warning disable BELAY001 // What is never awaited is the test.
        _ = Coro.ToThread(() => ran = true);
#pragma warning restore BELAY001
        await Coro.ToThread(() => { });
        Assert.False(ran);
    });

    [Fact]
    public void ToThread_Concurrent_AllRun() => Loop.Run(async () =>
    {
        var calls = 0;
        await Coro.Gather(Enumerable.Range(0, 10).Select(_ => Coro.ToThread(() => { Interlocked.Increment(ref calls); })));
        Assert.Equal(10, calls);
    });

    [Fact]
    public void ToThread_Meanwhile_TheLoopGoesOn() => Loop.Run(async () =>
    {
        using var gate = new ManualResetEventSlim();
        var work = Coro.CreateTask(Coro.ToThread(gate.Wait));
        await Loop.Turns(10);
        Assert.False(work.IsDone);
        gate.Set();
        await work;
    });

    [Fact]
    public void ToThread_Context_FlowsThereAndNotBack() => Loop.Run(async () =>
    {
        var variable = new ContextVar<string>("variable", "none");
        var local = new AsyncLocal<string> { Value = "local" };
        variable.Value = "parrot";
        var seen = await Coro.ToThread(() =>
        {
            var seen = (variable.Value, local.Value);
            variable.Value = "changed";
            return seen;
        });
        Assert.Equal(("parrot", "local"), seen);
        Assert.Equal("parrot", variable.Value);
    });

    [Fact]
    public void ToThread_OnTheThread_NoLoopRuns() => Loop.Run(async () =>
    {
        Assert.True(await Coro.ToThread(() =>
        {
            Assert.Throws<InvalidOperationException>(() => EventLoop.Running);
            return SynchronizationContext.Current is null;
        }));
    });

    [Fact]
    public void ToThread_WhereNoLoopRuns_Throws() =>
        Assert.Throws<InvalidOperationException>(() => Coro.ToThread(() => { }).GetAwaiter().IsCompleted);

    [Fact]
    public void ToThread_Null_Throws() => Loop.Run(async () =>
    {
        await Expect.Throws<ArgumentNullException>(Coro.ToThread(null!));
        await Expect.Throws<ArgumentNullException>(Coro.ToThread<int>(null!));
    });

    [Fact]
    public void Cancel_WhileTheWorkRuns_LeavesItRunningAndDropsItsResult()
    {
        using ManualResetEventSlim started = new(), gate = new();
        var finished = false;
        Loop.Run(async () =>
        {
            var task = Coro.CreateTask(Coro.ToThread(() =>
            {
                started.Set();
                gate.Wait();
                finished = true;
            }));
            await Coro.Yield();
            started.Wait();
            task.Cancel();
            await Expect.Throws<CancelledException>(task);
            Assert.False(finished);
            gate.Set();
        });
        // The loop has waited for it.
        Assert.True(finished);
    }

    [Fact]
    public void Cancel_WorkFailsAfterwards_ReportsThatOnce()
    {
        using var gate = new ManualResetEventSlim();
        var errors = Loop.RunCollectingErrors(async () =>
        {
            var task = Coro.CreateTask(Coro.ToThread(() =>
            {
                gate.Wait();
                throw new Boom("late");
            }));
            await Coro.Yield();
            task.Cancel();
            await Expect.Throws<CancelledException>(task);
            gate.Set();
        });
        Assert.Equal("late", Assert.Single(errors).Exception!.Message);
    }

    [Fact]
    public void Timeout_RoundWork_DoesNotWaitForIt()
    {
        using var gate = new ManualResetEventSlim();
        Virtual.Run(async () =>
        {
            await Expect.Throws<TimeoutException>(Coro.WaitFor(Coro.ToThread(gate.Wait), TimeSpan.FromSeconds(1)));
            gate.Set();
        });
    }

    [Fact]
    public void Dispose_Runner_WaitsForWork()
    {
        using var gate = new ManualResetEventSlim();
        var finished = false;
        HangGuard.Run(() =>
        {
            var runner = new Runner(new RunOptions { HandleSignals = false });
            runner.Run(StartAndLeave());
            Assert.False(finished);
            gate.Set();
            runner.Dispose();
            Assert.True(finished);
        });

        async Coro StartAndLeave()
        {
            var task = Coro.CreateTask(Coro.ToThread(() =>
            {
                gate.Wait();
                finished = true;
            }));
            await Coro.Yield();
            task.Cancel();
        }
    }

    [Fact]
    public void RunAsync_End_WaitsForWork()
    {
        using var gate = new ManualResetEventSlim();
        var finished = false;
        var run = Coro.RunAsync(Main());
        gate.Set();
        HangGuard.Run(() => run.GetAwaiter().GetResult());
        Assert.True(finished);

        async Coro Main()
        {
            Coro.CreateTask(Coro.ToThread(() =>
            {
                gate.Wait();
                finished = true;
            }));
            await Coro.Yield();
        }
    }

    [Fact]
    public void Shutdown_TaskStartedByLateWork_IsCancelledToo()
    {
        using var gate = new ManualResetEventSlim();
        CoroTask? late = null;
        Loop.Run(async () =>
        {
            var loop = EventLoop.Running;
            var task = Coro.CreateTask(Coro.ToThread(() =>
            {
                gate.Wait();
                loop.CallSoonThreadSafe(() => late = Coro.CreateTask(Coro.Sleep(Timeout.InfiniteTimeSpan)));
            }));
            await Coro.Yield();
            task.Cancel();
            gate.Set();
        });
        Assert.True(late!.IsCancelled);     // before its first step or after, as the work's end and the callback arrive in one turn or two
    }

    [Fact]
    public void ToThread_FromAGroup_IsWaitedForByTheGroup() => Loop.Run(async () =>
    {
        var calls = 0;
        await TaskGroup.Run(async group =>
        {
            for (var i = 0; i < 5; i++)
            {
                group.CreateTask(Coro.ToThread(() => { Interlocked.Increment(ref calls); }));
            }
            await Coro.Yield();
        });
        Assert.Equal(5, calls);
    });
}
