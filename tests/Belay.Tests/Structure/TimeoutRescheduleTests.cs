using Belay.Tests.Support;
using static Belay.Tests.Support.Virtual;

namespace Belay.Tests.Structure;

public class TimeoutRescheduleTests
{
    [Fact]
    public void Reschedule_FromAnotherTask_MovesTheDeadline() => Virtual.Run(async () =>
    {
        var entered = new Future<TimeoutScope>();
        var task = Coro.CreateTask(Limited());
        var scope = await entered;
        Assert.Equal(Seconds(10), scope.When);
        scope.Reschedule(Seconds(30));
        Assert.Equal(Seconds(30), scope.When);
        scope.Reschedule(null);
        Assert.Null(scope.When);
        Assert.Equal(0, EventLoop.Running.TimerCount);
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.False(scope.IsExpired);

        async Coro Limited() => await Coro.TimeoutAt(Seconds(10), async scope =>
        {
            entered.SetResult(scope);
            await Work.Forever();
        });
    });

    [Fact]
    public void Reschedule_Later_ExpiresThen() => Virtual.Run(async () =>
    {
        await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(1), async scope =>
        {
            scope.Reschedule(Seconds(5));
            await Virtual.Sleep(10);
        }));
        Assert.Equal(Seconds(5), EventLoop.Running.Time);
    });

    [Fact]
    public void Reschedule_Earlier_ExpiresThen() => Virtual.Run(async () =>
    {
        await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(100), async scope =>
        {
            scope.Reschedule(Seconds(1));
            await Virtual.Sleep(10);
        }));
        Assert.Equal(Seconds(1), EventLoop.Running.Time);
    });

    [Fact]
    public void Reschedule_IntoThePast_ExpiresInTheNextTurn() => Virtual.Run(async () =>
    {
        await Virtual.Sleep(3);
        await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(100), async scope =>
        {
            scope.Reschedule(Seconds(1));
            Assert.False(scope.IsExpired);
            await Coro.Yield();
        }));
        Assert.Equal(Seconds(3), EventLoop.Running.Time);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reschedule_ToNone_NeverExpires(bool infinite) => Virtual.Run(async () =>
    {
        await Coro.Timeout(Seconds(1), async scope =>
        {
            scope.Reschedule(infinite ? Timeout.InfiniteTimeSpan : null);
            Assert.Null(scope.When);
            await Virtual.Sleep(10);
        });
    });

    [Fact]
    public void Reschedule_FromNone_Expires() => Virtual.Run(async () =>
    {
        await Expect.Throws<TimeoutException>(Coro.Timeout(null, async scope =>
        {
            scope.Reschedule(EventLoop.Running.Time + Seconds(2));
            await Work.Forever();
        }));
        Assert.Equal(Seconds(2), EventLoop.Running.Time);
    });

    [Fact]
    public void Reschedule_DueButNotYetRun_TheOldDeadlineDoesNothing() => Virtual.Run(async () =>
    {
        await Coro.Timeout(TimeSpan.Zero, async scope =>
        {
            scope.Reschedule(Seconds(5));
            await Loop.Turns(5);
            Assert.False(scope.IsExpired);
        });
        await Expect.Throws<TimeoutException>(Coro.Timeout(TimeSpan.Zero, async scope =>
        {
            // Twice in the ready queue: the first does nothing, the second counts.
            scope.Reschedule(Seconds(-5));
            await Loop.Turns(5);
        }));
    });

    [Fact]
    public void Reschedule_AgainAndAgain_LeavesOneTimer() => Virtual.Run(async () =>
    {
        await Coro.Timeout(Seconds(1), async scope =>
        {
            for (var i = 1; i < 100; i++)
            {
                scope.Reschedule(EventLoop.Running.Time + Seconds(2));
                Assert.Equal(1, EventLoop.Running.TimerCount);
                await Virtual.Sleep(1);
            }
        });
        Assert.Equal(0, EventLoop.Running.TimerCount);
    });

    [Fact]
    public void Reschedule_AfterTheBlock_Throws() => Virtual.Run(async () =>
    {
        TimeoutScope? kept = null;
        await Coro.Timeout(Seconds(1), async scope =>
        {
            kept = scope;
            await Coro.Yield();
        });
        Assert.Throws<InvalidOperationException>(() => kept!.Reschedule(Seconds(2)));
        Assert.Equal(0, EventLoop.Running.TimerCount);
    });

    [Fact]
    public void Reschedule_AfterItExpired_Throws() => Virtual.Run(async () =>
    {
        TimeoutScope? kept = null;
        await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(1), async scope =>
        {
            kept = scope;
            await Work.Forever();
        }));
        Assert.Throws<InvalidOperationException>(() => kept!.Reschedule(Seconds(20)));
    });

    [Fact]
    public void Reschedule_WhileItExpires_Throws() => Virtual.Run(async () =>
    {
        await Coro.Timeout(Seconds(1), async scope =>
        {
            await Expect.Throws<CancelledException>(Virtual.Sleep(10));
            Assert.Throws<InvalidOperationException>(() => scope.Reschedule(Seconds(20)));
        });
    });

    [Fact]
    public void Reschedule_FromAnotherThread_Throws() => Loop.Run(async () =>
    {
        await Coro.Timeout(Seconds(100), async scope =>
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => Task.Run(() => scope.Reschedule(null)));
        });
    });
}
