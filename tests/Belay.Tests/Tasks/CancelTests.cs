using Belay.Tests.Support;

namespace Belay.Tests.Tasks;

/// <summary>Where a request to cancel arrives, and what it cancels on its way.</summary>
public class CancelTests
{
    [Fact]
    public void Cancel_TaskWaitingOnAFuture_CancelsTheFuture() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        var task = Coro.CreateTask(Wait(future));
        await Coro.Yield();
        Assert.True(task.Cancel());
        Assert.True(future.IsCancelled);
        Assert.False(task.IsDone);
        await Coro.Yield();
        Assert.True(task.IsCancelled);
    });

    [Fact]
    public void Cancel_TaskThatIsDone_IsRefused() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Return(1));
        await task;
        Assert.False(task.Cancel());
        Assert.Equal(0, task.Cancelling);
        Assert.False(task.IsCancelled);
    });

    [Fact]
    public void Cancel_Delivered_StartsInTheInnermostFrameAndUnwindsOutwards() => Loop.Run(async () =>
    {
        var log = new List<string>();
        var task = Coro.CreateTask(Outer());
        await Coro.Yield();
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.Equal(["inner", "middle", "outer"], log);

        async Coro Outer()
        {
            try
            {
                await Middle();
            }
            finally
            {
                log.Add("outer");
            }
        }

        async Coro Middle()
        {
            try
            {
                await Inner();
            }
            catch (CancelledException)
            {
                log.Add("middle");
                throw;
            }
        }

        async Coro Inner()
        {
            try
            {
                await Work.Forever();
            }
            finally
            {
                log.Add("inner");
            }
        }
    });

    [Fact]
    public void Cancel_TaskThatGaveUpItsTurn_IsDeliveredThere() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Return(12, turns: 2));
        await Coro.Yield();
        task.Cancel();
        await Coro.Yield();
        Assert.True(task.IsCancelled);
        Assert.False(task.Cancel());
    });

    [Fact]
    public void Cancel_SleepingTask_EndsWithoutTheClock() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Sleeper());
        await Coro.Yield();
        task.Cancel();
        Assert.Equal("cancelled", await task);

        static async Coro<string> Sleeper()
        {
            try
            {
                await Coro.Sleep(TimeSpan.FromHours(5));
                return "slept";
            }
            catch (CancelledException)
            {
                return "cancelled";
            }
        }
    });

    [Fact]
    public void Cancel_AfterTheFutureWasResolved_LosesTheValue() => Loop.Run(async () =>
    {
        var log = new List<string>();
        var future = new Future<int>();
        var task = Coro.CreateTask(Body());
        await Coro.Yield();
        future.SetResult(5);
        Assert.True(task.Cancel());
        await Expect.Throws<CancelledException>(task);
        Assert.Equal(["cancelled"], log);
        Assert.Equal(5, future.Result);

        async Coro Body()
        {
            try
            {
                log.Add($"{await future}");
            }
            catch (CancelledException)
            {
                log.Add("cancelled");
                throw;
            }
        }
    });

    [Fact]
    public void Cancel_OfItself_ArrivesAtTheNextSuspension() => Loop.Run(async () =>
    {
        var done = new Future<int>();
        done.SetResult(1);
        var log = new List<string>();
        var task = Coro.CreateTask(Body());
        await Expect.Throws<CancelledException>(task);
        Assert.Equal(["goes on", "done future 1", "inner"], log);

        async Coro Body()
        {
            Assert.True(Coro.CurrentTask.Cancel());
            log.Add("goes on");
            log.Add($"done future {await done}");
            await Inner();
            log.Add("not reached");
        }

        async Coro Inner()
        {
            log.Add("inner");
            await Coro.Sleep(TimeSpan.FromHours(1));
            log.Add("not reached");
        }
    });

    [Fact]
    public void Cancel_OfItselfThenFailure_EndsFailed() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Body());
        await Expect.Throws<Boom>(task);
        Assert.False(task.IsCancelled);
        Assert.Equal(1, task.Cancelling);

        static async Coro Body()
        {
            Coro.CurrentTask.Cancel();
            await Coro.CompletedCoro;
            throw new Boom();
        }
    });

    [Fact]
    public void Cancel_CoroutineThrowsCancelledItself_EndsCancelled() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Fail(new CancelledException("own")));
        Assert.Equal("own", (await Expect.Throws<CancelledException>(task)).Message);
        Assert.True(task.IsCancelled);
        Assert.Equal(0, task.Cancelling);
    });

    [Fact]
    public void Cancel_OfTheFutureByAnother_EndsTheWaiterCancelledWithoutARequest() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        var task = Coro.CreateTask(Wait(future));
        await Coro.Yield();
        future.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.True(task.IsCancelled);
        Assert.Equal(0, task.Cancelling);
    });

    [Fact]
    public void Cancel_OfTaskAndItsFuture_EndsCancelled() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        var task = Coro.CreateTask(Wait(future));
        await Coro.Yield();
        Assert.True(future.Cancel());
        Assert.True(task.Cancel());
        await Expect.Throws<CancelledException>(task);
        Assert.True(future.IsCancelled);
        Assert.True(task.IsCancelled);
    });

    [Fact]
    public void Cancel_OneOfTwoWaiters_CancelsWhatBothWaitFor() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        var first = Coro.CreateTask(Body());
        var second = Coro.CreateTask(Body());
        await Coro.Yield();
        first.Cancel();
        Assert.Equal("cancelled, 1", await first);
        Assert.Equal("cancelled, 0", await second);

        async Coro<string> Body()
        {
            try
            {
                return $"{await future}";
            }
            catch (CancelledException)
            {
                return $"cancelled, {Coro.CurrentTask.Cancelling}";
            }
        }
    });

    [Fact]
    public void Cancel_FromATimer_IsDelivered()
    {
        var clock = new ManualClock();
        Loop.Run(async () =>
        {
            var task = Coro.CreateTask(Work.Forever());
            EventLoop.Running.CallLater(TimeSpan.FromSeconds(1), () => task.Cancel());
            await Coro.Yield();
            clock.Advance(TimeSpan.FromSeconds(1));
            await Expect.Throws<CancelledException>(task);
        }, new RunOptions { TimeProvider = clock });
    }

    static async Coro<int> Wait(Future<int> future) => await future;
}
