using Belay.Tests.Support;
using static Belay.Tests.Support.Virtual;

namespace Belay.Tests.Structure;

public class WaitForTests
{
    [Fact]
    public void WaitFor_InTime_GivesTheResult() => Virtual.Run(async () =>
    {
        Assert.Equal("done", await Coro.WaitFor(Return("done", 1), Seconds(2)));
        Assert.Equal(Seconds(1), EventLoop.Running.Time);
        Assert.Equal(0, EventLoop.Running.TimerCount);
    });

    [Fact]
    public void WaitFor_DoneWithoutWaiting_GivesTheResult() => Virtual.Run(async () =>
    {
        Assert.Equal(1, await Coro.WaitFor(Work.Return(1), Seconds(2)));
        Assert.Equal(2, await Coro.WaitFor(Coro.FromResult(2), Seconds(2)));
        await Coro.WaitFor(Coro.CompletedCoro, Seconds(2));
        await Coro.WaitFor(Coro.Yield(), Seconds(2));
        await Coro.WaitFor(Work.Return("dropped"), Seconds(2));
        Assert.Equal(0, EventLoop.Running.TimerCount);
    });

    [Theory]
    [InlineData(null)]
    [InlineData(-0.001)]
    public void WaitFor_NoLimit_WaitsAsLongAsItTakes(double? seconds) => Virtual.Run(async () =>
    {
        TimeSpan? limit = seconds is null ? null : Timeout.InfiniteTimeSpan;
        Assert.Equal("done", await Coro.WaitFor(Return("done", 10_000), limit));
        Assert.Equal(Seconds(10_000), EventLoop.Running.Time);
    });

    [Fact]
    public void WaitFor_LongestTime_IsNoLimit() => Virtual.Run(async () =>
    {
        await Virtual.Sleep(1);
        Assert.Equal("done", await Coro.WaitFor(Return("done", 10_000), TimeSpan.MaxValue));
    });

    [Fact]
    public void WaitFor_Coroutine_RunsInTheCallersTask() => Virtual.Run(async () =>
    {
        var task = Coro.CurrentTask;
        Assert.Same(task, await Coro.WaitFor(GetTask(), Seconds(1)));

        static async Coro<CoroTask> GetTask()
        {
            await Coro.Yield();
            return Coro.CurrentTask;
        }
    });

    [Fact]
    public void WaitFor_NotAwaited_RunsNothing() => Virtual.Run(async () =>
    {
        var ran = false;
        _ = Coro.WaitFor(Run(), Seconds(1));
        _ = Coro.WaitFor(Run(), TimeSpan.Zero);
        await Virtual.Sleep(5);
        Assert.False(ran);
        Assert.Equal(0, EventLoop.Running.TimerCount);

        async Coro Run()
        {
            ran = true;
            await Coro.Yield();
        }
    });

    [Fact]
    public void WaitFor_TimeIsUp_CancelsTheTask() => Virtual.Run(async () =>
    {
        bool? running = null;
        var task = Coro.CreateTask(Run());
        var timeout = await Expect.Throws<TimeoutException>(Coro.WaitFor(task, Seconds(0.1)));
        Assert.True(task.IsCancelled);
        Assert.False(running);
        Assert.IsType<CancelledException>(timeout.InnerException);
        Assert.Equal(Seconds(0.1), EventLoop.Running.Time);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);

        async Coro<string> Run()
        {
            running = true;
            try
            {
                await Virtual.Sleep(1000);
            }
            finally
            {
                running = false;
            }
            return "done";
        }
    });

    [Fact]
    public void WaitFor_TimeIsUpOnACoroutine_CancelsIt() => Virtual.Run(async () =>
    {
        var cleanedUp = false;
        await Expect.Throws<TimeoutException>(Coro.WaitFor(Work.CleanUpWhenCancelled(3, () => cleanedUp = true), Seconds(1)));
        Assert.True(cleanedUp);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void WaitFor_TimeIsUpOnAFuture_CancelsIt() => Virtual.Run(async () =>
    {
        var future = new Future<int>();
        await Expect.Throws<TimeoutException>(Coro.WaitFor(future, Seconds(1)));
        Assert.True(future.IsCancelled);
    });

    [Fact]
    public void WaitFor_TimeIsUpOnAGather_CancelsItsParts() => Virtual.Run(async () =>
    {
        CoroTask a = Coro.CreateTask(Work.Forever()), b = Coro.CreateTask(Virtual.Sleep(10));
        await Expect.Throws<TimeoutException>(Coro.WaitFor(Coro.Gather(a, b), Seconds(1)));
        Assert.True(a.IsCancelled);
        Assert.True(b.IsCancelled);
    });

    [Fact]
    public void WaitFor_CleanUpTakesTime_WaitsForIt() => Virtual.Run(async () =>
    {
        var done = false;
        var task = Coro.CreateTask(Run());
        var timeout = await Expect.Throws<TimeoutException>(Coro.WaitFor(task, Seconds(1)));
        Assert.True(done);
        Assert.IsType<CancelledException>(timeout.InnerException);
        Assert.Equal(Seconds(4), EventLoop.Running.Time);

        async Coro Run()
        {
            try
            {
                await Virtual.Sleep(10);
            }
            catch (CancelledException)
            {
                await Virtual.Sleep(3);
                throw;
            }
            finally
            {
                done = true;
            }
        }
    });

    [Fact]
    public void WaitFor_ValueInSpiteOfTheCancel_IsReturned() => Virtual.Run(async () =>
    {
        Assert.Equal(42, await Coro.WaitFor(Swallow(), Seconds(0.1)));
        Assert.Equal(42, await Coro.WaitFor(Coro.CreateTask(Swallow()), Seconds(0.1)));
        Assert.Equal(0, Coro.CurrentTask.Cancelling);

        static async Coro<int> Swallow()
        {
            try
            {
                await Virtual.Sleep(10);
            }
            catch (CancelledException)
            {
                return 42;
            }
            return 0;
        }
    });

    [Fact]
    public void WaitFor_FailsInsteadOfEndingCancelled_ThrowsThat() => Virtual.Run(async () =>
    {
        var boom = new Boom();
        Assert.Same(boom, await Expect.Throws<Boom>(Coro.WaitFor(Work.FailWhenCancelled(boom), Seconds(1))));
        Assert.Same(boom, await Expect.Throws<Boom>(Coro.WaitFor((Coro)Coro.CreateTask(Work.FailWhenCancelled(boom)), Seconds(1))));
    });

    [Fact]
    public void WaitFor_FailsInTime_ThrowsThat() => Virtual.Run(async () =>
    {
        var boom = new Boom();
        Assert.Same(boom, await Expect.Throws<Boom>(Coro.WaitFor(Work.Fail(boom, turns: 2), Seconds(1))));
        Assert.Same(boom, await Expect.Throws<Boom>(Coro.WaitFor(Work.Fail(boom), Seconds(1))));
        Assert.Equal(0, EventLoop.Running.TimerCount);
    });

    [Fact]
    public void WaitFor_CancelledItselfInTime_LetsThatThrough() => Virtual.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Forever());
        var wait = Coro.CreateTask(Coro.WaitFor(task, Seconds(10)));
        await Loop.Turns(2);
        task.Cancel("inner");
        Assert.Equal("inner", (await Expect.Throws<CancelledException>(wait)).Message);
    });

    [Theory]
    [InlineData(null)]
    [InlineData(60.0)]
    public void Cancel_WaitFor_CancelsWhatItWaitsFor(double? seconds) => Virtual.Run(async () =>
    {
        TimeSpan? limit = seconds is { } value ? Seconds(value) : null;
        var task = Coro.CreateTask(Work.Forever());
        var wait = Coro.CreateTask(Coro.WaitFor(task, limit));
        EventLoop.Running.CallSoon(() => wait.Cancel());
        await Expect.Throws<CancelledException>(wait);
        Assert.True(task.IsCancelled);
        Assert.True(wait.IsCancelled);
        Assert.Equal(0, EventLoop.Running.TimerCount);
    });

    [Fact]
    public void Cancel_WaitForOfWorkThatIgnoresIt_WaitsForItsEnd() => Virtual.Run(async () =>
    {
        var exited = false;
        var wait = Coro.CreateTask(Coro.WaitFor(Stubborn(), Seconds(4)));
        await Coro.Yield();
        wait.Cancel();
        await Coro.Wait([wait]);
        Assert.True(exited);
        Assert.False(wait.IsCancelled);

        async Coro Stubborn()
        {
            var end = EventLoop.Running.Time + Seconds(2);
            while (end - EventLoop.Running.Time is var left && left > TimeSpan.Zero)
            {
                try
                {
                    await Coro.Sleep(left);
                }
                catch (CancelledException)
                {
                }
            }
            exited = true;
        }
    });

    [Fact]
    public void WaitFor_WorkThatIgnoresTheCancel_ReturnsAtItsEnd() => Virtual.Run(async () =>
    {
        var exited = false;
        await Coro.WaitFor(Stubborn(), Seconds(1));
        Assert.True(exited);
        Assert.Equal(Seconds(3), EventLoop.Running.Time);

        async Coro Stubborn()
        {
            try
            {
                await Virtual.Sleep(3);
            }
            catch (CancelledException)
            {
                await Virtual.Sleep(2);
            }
            exited = true;
        }
    });

    [Fact]
    public void Cancel_TaskWhoseInnerIsDone_IsDeliveredAndTheInnerKeepsItsResult() => Virtual.Run(async () =>
    {
        var inner = Coro.CreateTask(Work.Return("done"));
        var reachedEnd = false;
        var task = Coro.CreateTask(Wait());
        await Coro.Yield();
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.Equal("done", await inner);
        Assert.False(reachedEnd);

        async Coro Wait()
        {
            await Coro.WaitFor(inner, Seconds(100));
            await Virtual.Sleep(1);
            reachedEnd = true;
        }
    });

    [Fact]
    public void WaitFor_FutureSetByACallback_GivesItsResult() => Virtual.Run(async () =>
    {
        var future = new Future<string>();
        EventLoop.Running.CallSoon(() => future.SetResult("ok"));
        Assert.Equal("ok", await Coro.WaitFor(future, Seconds(0.2)));
    });

    [Fact]
    public void WaitFor_DueInTheTurnTheResultComes_TheCancelWins() => Virtual.Run(async () =>
    {
        // The limit's timer was set first, so it is the first to be due.
        await Expect.Throws<TimeoutException>(Coro.WaitFor(Virtual.Sleep(1), Seconds(1)));
    });

    [Fact]
    public void WaitFor_Nested_TheInnerLimitThrowsItsOwn() => Virtual.Run(async () =>
    {
        var inner = 0;
        await Coro.WaitFor(Inner(), Seconds(10));
        Assert.Equal(1, inner);
        Assert.Equal(Seconds(1), EventLoop.Running.Time);

        async Coro Inner()
        {
            await Expect.Throws<TimeoutException>(Coro.WaitFor(Work.Forever(), Seconds(1)));
            inner++;
        }
    });

    [Fact]
    public void WaitFor_NestedBothUp_TheOuterThrows() => Virtual.Run(async () =>
    {
        var innerThrew = "";
        await Expect.Throws<TimeoutException>(Coro.WaitFor(Inner(), Seconds(1)));
        Assert.Equal(nameof(CancelledException), innerThrew);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);

        async Coro Inner()
        {
            try
            {
                await Coro.WaitFor(Work.Forever(), Seconds(1));
            }
            catch (Exception error)
            {
                innerThrew = error.GetType().Name;
                throw;
            }
        }
    });

    [Fact]
    public void WaitFor_OutsideATask_Throws() => Loop.Run(async () =>
    {
        Exception? failure = null;
        EventLoop.Running.CallSoon(() =>
        {
            var awaiter = Coro.WaitFor(new Future<int>(), Seconds(1)).GetAwaiter();
            try
            {
                if (awaiter.IsCompleted) awaiter.GetResult();
            }
            catch (InvalidOperationException error)
            {
                failure = error;
            }
        });
        await Loop.Turns(2);
        Assert.NotNull(failure);
    });

    [Fact]
    public void WaitFor_CoroutineUsedBefore_Throws() => Virtual.Run(async () =>
    {
        var used = Work.Return(1);
        await used;
        await Expect.Throws<InvalidOperationException>(Coro.WaitFor(used, Seconds(1)));
        await Expect.Throws<InvalidOperationException>(Coro.WaitFor(used, TimeSpan.Zero));
        Assert.Equal(0, EventLoop.Running.TimerCount);
    });

    [Fact]
    public void WaitFor_UsedTwice_Throws() => Virtual.Run(async () =>
    {
        var wait = Coro.WaitFor(Work.Return(1), Seconds(1));
        Assert.Equal(1, await wait);
        await Expect.Throws<InvalidOperationException>(wait);
    });

    [Fact]
    public void WaitFor_GivenToATask_IsThatTasksCoroutine() => Virtual.Run(async () =>
    {
        var task = Coro.CreateTask(Coro.WaitFor(Work.Forever(), Seconds(1)));
        await Expect.Throws<TimeoutException>(task);
        var cancelled = Coro.CreateTask(Coro.WaitFor(Work.Forever(), Seconds(1)));
        cancelled.Cancel();
        await Expect.Throws<CancelledException>(cancelled);
    });

    [Fact]
    public void WaitFor_InAnAsyncTaskMethod_CancelsThroughIt() => Virtual.Run(async () =>
    {
        await Expect.Throws<TimeoutException>(Coro.WaitFor(Bridge(), Seconds(1)));

        static async Coro Bridge() => await Method();

        static async Task Method() => await Work.Forever();
    });

    [Fact]
    public void WaitFor_TaskOfDotNet_IsLeft() => Virtual.Run(async () =>
    {
        var operation = new TaskCompletionSource();
        await Expect.Throws<TimeoutException>(Coro.WaitFor(Wait(), Seconds(1)));
        operation.SetResult();

        async Coro Wait() => await operation.Task;
    });

    [Fact]
    public void WaitFor_VeryDeep_Works() => Virtual.Run(async () =>
    {
        Assert.Equal(10_000, await Nest(10_000));

        static async Coro<int> Nest(int depth)
        {
            if (depth == 0)
            {
                await Coro.Yield();
                return 0;
            }
            return 1 + await Coro.WaitFor(Nest(depth - 1), Seconds(depth));
        }
    });
}
