using Belay.Tests.Support;

namespace Belay.Tests.Tasks;

public class UncancelTests
{
    [Fact]
    public void Uncancel_AfterSwallowing_LetsTheTaskBeCancelledAgain() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Body());
        await Coro.Yield();
        Assert.True(task.Cancel());
        Assert.Equal(1, task.Cancelling);
        Assert.False(task.IsCancelled);
        await Coro.Yield();
        Assert.Equal(0, task.Cancelling);
        Assert.False(task.IsDone);

        Assert.True(task.Cancel());
        Assert.Equal(1, task.Cancelling);
        await Expect.Throws<CancelledException>(task);
        Assert.True(task.IsCancelled);

        task.Uncancel();
        Assert.True(task.IsCancelled);

        static async Coro Body()
        {
            try
            {
                await Work.Forever();
            }
            catch (CancelledException)
            {
                Assert.Equal(0, Coro.CurrentTask.Uncancel());
                await Work.Forever();
            }
        }
    });

    [Fact]
    public void Uncancel_OfAnUndeliveredRequest_DropsIt() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        var task = Coro.CreateTask(Wait(future));
        await Coro.Yield();
        future.SetResult(42);
        task.Cancel();
        Assert.Equal(1, task.Cancelling);
        Assert.Equal(0, task.Uncancel());
        Assert.Equal(0, task.Cancelling);
        Assert.Equal(42, await task);
    });

    [Fact]
    public void Uncancel_OfOneOfTwoUndeliveredRequests_KeepsTheOther() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Return(42, turns: 1));
        await Coro.Yield();
        task.Cancel();
        task.Cancel();
        Assert.Equal(1, task.Uncancel());
        await Expect.Throws<CancelledException>(task);
        Assert.Equal(1, task.Cancelling);
    });

    [Fact]
    public void Uncancel_AfterTheAwaitedFutureWasCancelled_ComesTooLate() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        var task = Coro.CreateTask(Wait(future));
        await Coro.Yield();
        task.Cancel();
        Assert.True(future.IsCancelled);
        Assert.Equal(0, task.Uncancel());
        await Expect.Throws<CancelledException>(task);
        Assert.True(task.IsCancelled);
        Assert.Equal(0, task.Cancelling);
    });

    [Fact]
    public void Uncancel_OfACancelledSleep_ComesTooLate() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Coro.Sleep(TimeSpan.FromHours(1)));
        await Coro.Yield();
        task.Cancel();
        Assert.Equal(0, task.Uncancel());
        await Expect.Throws<CancelledException>(task);
        Assert.Equal(0, task.Cancelling);
    });

    [Fact]
    public void Uncancel_WithoutARequest_StaysAtZero() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Return(1, turns: 1));
        Assert.Equal(0, task.Uncancel());
        Assert.Equal(0, task.Cancelling);
        task.Cancel();
        Assert.Equal(1, task.Cancelling);
        await Expect.Throws<CancelledException>(task);
    });

    [Fact]
    public void Uncancel_OfItsOwnPendingRequest_NextAwaitIsUndisturbed() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Body());
        Assert.Equal("undisturbed", await task);

        static async Coro<string> Body()
        {
            Coro.CurrentTask.Cancel();
            Coro.CurrentTask.Cancel();
            Assert.Equal(1, Coro.CurrentTask.Uncancel());
            Assert.Equal(0, Coro.CurrentTask.Uncancel());
            await Coro.Yield();
            return "undisturbed";
        }
    });

    [Theory]
    [InlineData(10, 1, true)]
    [InlineData(0, 10, false)]
    public void Uncancel_InAStructuredBlock_LeavesTheRestOfTheTaskAlone(int work, int limit, bool expectTimedOut)
    {
        var clock = new ManualClock();
        Loop.Run(async () =>
        {
            var timedOut = false;
            var finished = false;
            var outerReached = false;
            var task = Coro.CreateTask(Request());
            await Coro.Yield();
            clock.Advance(TimeSpan.FromSeconds(limit));
            await task;
            Assert.Equal(expectTimedOut, timedOut);
            Assert.Equal(!expectTimedOut, finished);
            Assert.True(outerReached);
            Assert.Equal(0, task.Cancelling);

            async Coro Request()
            {
                var self = Coro.CurrentTask;
                var timer = self.Loop.CallLater(TimeSpan.FromSeconds(limit), () =>
                {
                    timedOut = true;
                    self.Cancel();
                });
                try
                {
                    await Coro.Sleep(TimeSpan.FromSeconds(work));
                    finished = true;
                }
                catch (CancelledException) when (timedOut && self.Uncancel() == 0)
                {
                    Assert.Equal(0, self.Cancelling);
                }
                finally
                {
                    timer.Cancel();
                }
                outerReached = true;
                await Coro.Yield();
            }
        }, new RunOptions { TimeProvider = clock });
    }

    static async Coro<int> Wait(Future<int> future) => await future;
}
