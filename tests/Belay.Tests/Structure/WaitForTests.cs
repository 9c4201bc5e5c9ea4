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
#pragma warning disable BELAY001 // What is never awaited is the test.
        _ = Coro.WaitFor(Run(), Seconds(1));
        _ = Coro.WaitFor(Run(), TimeSpan.Zero);
#pragma warning restore BELAY001
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
    public void WaitFor_FailsInTime_ThrowsThat() => Virtual.Run(async () =>
    {
        var boom = new Boom();
        Assert.Same(boom, await Expect.Throws<Boom>(Coro.WaitFor(Work.Fail(boom, turns: 2), Seconds(1))));
        Assert.Same(boom, await Expect.Throws<Boom>(Coro.WaitFor(Work.Fail(boom), Seconds(1))));
        Assert.Equal(0, EventLoop.Running.TimerCount);
    });

    [Fact]
    public void WaitFor_FutureSetByACallback_GivesItsResult() => Virtual.Run(async () =>
    {
        var future = new Future<string>();
        EventLoop.Running.CallSoon(() => future.SetResult("ok"));
        Assert.Equal("ok", await Coro.WaitFor(future, Seconds(0.2)));
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
