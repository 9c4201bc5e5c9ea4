using Belay.Tests.Support;
using static Belay.Tests.Support.Virtual;

namespace Belay.Tests.Structure;

public class TimeoutTests
{
    TimeoutScope? _scope;

    [Fact]
    public void Timeout_TimeIsUp_Throws() => Virtual.Run(async () =>
    {
        var timeout = await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(0.1), Body(Virtual.Sleep(10))));
        Assert.True(_scope!.IsExpired);
        Assert.IsType<CancelledException>(timeout.InnerException);
        Assert.Equal(Seconds(0.1), EventLoop.Running.Time);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void TimeoutAt_TimeIsUp_Throws() => Virtual.Run(async () =>
    {
        await Virtual.Sleep(3);
        var deadline = EventLoop.Running.Time + Seconds(0.1);
        await Expect.Throws<TimeoutException>(Coro.TimeoutAt(deadline, Body(Virtual.Sleep(10))));
        Assert.True(_scope!.IsExpired);
        Assert.Equal(deadline, _scope.When);
        Assert.Equal(deadline, EventLoop.Running.Time);
    });

    [Fact]
    public void Timeout_InTime_EndsWell() => Virtual.Run(async () =>
    {
        await Coro.Timeout(Seconds(10), Body(Virtual.Sleep(0.1)));
        Assert.False(_scope!.IsExpired);
        Assert.Equal(Seconds(10), _scope.When);
        Assert.Equal(0, EventLoop.Running.TimerCount);
    });

    [Fact]
    public void Timeout_WithResult_GivesIt() => Virtual.Run(async () =>
    {
        Assert.Equal("done", await Coro.Timeout(Seconds(10), _ => Return("done", 1)));
        Assert.Equal("done", await Coro.TimeoutAt(Seconds(10), _ => Return("done", 1)));
        Assert.Equal(3, await Coro.Timeout(null, _ => Coro.FromResult(3)));
        Assert.Equal(4, await Coro.Timeout<int>(Seconds(1), _ => Coro.CreateTask(Work.Return(4, turns: 2))));
    });

    [Fact]
    public void Timeout_Body_RunsInTheCurrentTaskAtOnce() => Virtual.Run(async () =>
    {
        var task = Coro.CurrentTask;
        using var turns = new TurnCounter();
        Assert.Same(task, await Coro.Timeout(Seconds(1), _ => Coro.FromResult(Coro.CurrentTask)));
        Assert.Equal(0, turns.Count);
    });

    [Fact]
    public void Timeout_NotAwaited_RunsNothing() => Virtual.Run(async () =>
    {
#pragma warning disable BELAY001 // What is never awaited is the test.
        _ = Coro.Timeout(Seconds(1), Body(Coro.CompletedCoro));
#pragma warning restore BELAY001
        await Virtual.Sleep(5);
        Assert.Null(_scope);
    });

    [Fact]
    public void Timeout_AwaitedLater_CountsFromThen() => Virtual.Run(async () =>
    {
        var timeout = Coro.Timeout(Seconds(2), Body(Virtual.Sleep(1)));
        await Virtual.Sleep(5);
        await timeout;
        Assert.Equal(Seconds(7), _scope!.When);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Timeout_NoLimit_NeverExpires(bool infinite) => Virtual.Run(async () =>
    {
        TimeSpan? none = infinite ? Timeout.InfiniteTimeSpan : null;
        await Coro.Timeout(none, Body(Virtual.Sleep(1000)));
        Assert.Null(_scope!.When);
        await Coro.TimeoutAt(none, Body(Virtual.Sleep(1000)));
        Assert.Null(_scope.When);
        Assert.False(_scope.IsExpired);
    });

    [Fact]
    public void Timeout_LongestTime_NeverExpires() => Virtual.Run(async () =>
    {
        await Virtual.Sleep(1);
        await Coro.Timeout(TimeSpan.MaxValue, Body(Virtual.Sleep(1000)));
        Assert.Equal(TimeSpan.MaxValue, _scope!.When);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(-11)]
    public void Timeout_NoTime_CancelsAtTheFirstWait(int seconds) => Virtual.Run(async () =>
    {
        await Virtual.Sleep(100);
        await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(seconds), Body(Virtual.Sleep(10))));
        Assert.True(_scope!.IsExpired);
        Assert.Equal(Seconds(100 + seconds), _scope.When);
        await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(seconds), Body(Loop.Turns(1))));
        await Expect.Throws<TimeoutException>(Coro.TimeoutAt(Seconds(100 + seconds), Body(Loop.Turns(1))));
        Assert.Equal(Seconds(100), EventLoop.Running.Time);
    });

    [Fact]
    public void Timeout_NoTimeAndNoWait_NeverFires() => Virtual.Run(async () =>
    {
        await Coro.Timeout(TimeSpan.Zero, Body(Coro.CompletedCoro));
        Assert.False(_scope!.IsExpired);
        Assert.Equal(1, await Coro.Timeout(TimeSpan.Zero, _ => Work.Return(1)));
        await Loop.Turns(3);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void Timeout_BodyFailsInTime_LeavesAsItIs() => Virtual.Run(async () =>
    {
        var boom = new Boom();
        Assert.Same(boom, await Expect.Throws<Boom>(Coro.Timeout(Seconds(1), Body(Work.Fail(boom)))));
        Assert.False(_scope!.IsExpired);
        Assert.Equal(0, EventLoop.Running.TimerCount);
    });

    [Fact]
    public void Timeout_BodyFailsBeforeItReturnsACoroutine_IsTheSame() => Virtual.Run(async () =>
    {
        await Expect.Throws<Boom>(Coro.Timeout(Seconds(1), (Func<TimeoutScope, Coro>)(_ => throw new Boom())));
        await Expect.Throws<Boom>(Coro.Timeout(Seconds(1), (Func<TimeoutScope, Coro<int>>)(_ => throw new Boom())));
        Assert.Equal(0, EventLoop.Running.TimerCount);
    });

    [Fact]
    public void Timeout_BodyFailsInsteadOfEndingCancelled_ThrowsThat() => Virtual.Run(async () =>
    {
        var boom = new Boom();
        Assert.Same(boom, await Expect.Throws<Boom>(Coro.Timeout(Seconds(1), Body(Work.FailWhenCancelled(boom)))));
        Assert.True(_scope!.IsExpired);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void Timeout_BodySwallowsTheCancellation_EndsWellButExpired() => Virtual.Run(async () =>
    {
        await Coro.Timeout(Seconds(1), async scope =>
        {
            _scope = scope;
            await Expect.Throws<CancelledException>(Virtual.Sleep(10));
            Assert.True(scope.IsExpired);
        });
        Assert.True(_scope!.IsExpired);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void Timeout_BodyCleansUp_SeesTheCancellation() => Virtual.Run(async () =>
    {
        var cleanedUp = false;
        await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(1), _ => Work.CleanUpWhenCancelled(2, () => cleanedUp = true)));
        Assert.True(cleanedUp);
    });

    [Fact]
    public void Timeout_InATask_DoesNotEndThatAsCancelled() => Virtual.Run(async () =>
    {
        var task = Coro.CreateTask(Outer());
        await task;
        Assert.False(task.IsCancelled);

        static async Coro Outer() => await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(1), _ => Work.Forever()));
    });

    [Fact]
    public void Timeout_ExceptionOfItsOwnKind_IsOnlyAFailure() => Virtual.Run(async () =>
    {
        var own = new TimeoutException("somebody else's");
        Assert.Same(own, await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(1), Body(Work.Fail(own)))));
        Assert.False(_scope!.IsExpired);
    });

    [Fact]
    public void Timeout_BodyThrowsCancelledItself_LeavesAsItIs() => Virtual.Run(async () =>
    {
        await Expect.Throws<CancelledException>(Coro.Timeout(Seconds(1), Body(Work.Fail(new CancelledException()))));
        Assert.False(_scope!.IsExpired);
    });

    [Fact]
    public void Cancel_BeforeTimeIsUp_IsACancellation() => Virtual.Run(async () =>
    {
        await Expect.Throws<CancelledException>(Coro.Timeout(Seconds(10), async scope =>
        {
            _scope = scope;
            Coro.CurrentTask.Cancel("outside");
            await Virtual.Sleep(10);
        }));
        Assert.False(_scope!.IsExpired);
        Assert.Equal(1, Coro.CurrentTask.Cancelling);
        Coro.CurrentTask.Uncancel();
    });

    [Fact]
    public void Cancel_AtTheSameTime_Wins() => Virtual.Run(async () =>
    {
        var task = Coro.CreateTask(Limited());
        EventLoop.Running.CallLater(Seconds(1), () => task.Cancel("outside"));
        await Expect.Throws<CancelledException>(task);
        Assert.True(task.IsCancelled);
        Assert.Equal(1, task.Cancelling);
        Assert.True(_scope!.IsExpired);

        async Coro Limited() => await Coro.Timeout(Seconds(1), Body(Work.Forever()));
    });

    [Fact]
    public void Cancel_WhileTheBodyCleansUpAfterTimeIsUp_Wins() => Virtual.Run(async () =>
    {
        var task = Coro.CreateTask(Limited());
        EventLoop.Running.CallLater(Seconds(2), () => task.Cancel("outside"));
        Assert.Equal("outside", (await Expect.Throws<CancelledException>(task)).Message);
        Assert.Equal(1, task.Cancelling);

        static async Coro Limited() => await Coro.Timeout(Seconds(1), async _ =>
        {
            try
            {
                await Work.Forever();
            }
            finally
            {
                await Virtual.Sleep(10);
            }
        });
    });

    [Fact]
    public void Timeout_AfterACancellationThatWasSwallowed_Expires() => Virtual.Run(async () =>
    {
        Coro.CurrentTask.Cancel();
        await Expect.Throws<CancelledException>(Virtual.Sleep(1));
        Assert.Equal(1, Coro.CurrentTask.Cancelling);
        await Expect.Throws<TimeoutException>(Coro.Timeout(TimeSpan.Zero, Body(Virtual.Sleep(1))));
        Assert.Equal(1, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void Cancel_InATimeoutAfterOneThatWasSwallowed_IsACancellation() => Virtual.Run(async () =>
    {
        Coro.CurrentTask.Cancel();
        await Expect.Throws<CancelledException>(Virtual.Sleep(1));
        await Expect.Throws<CancelledException>(Coro.Timeout(Seconds(1), async _ =>
        {
            Coro.CurrentTask.Cancel();
            await Virtual.Sleep(2);
        }));
        Assert.Equal(2, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void Timeout_OutsideATask_Throws() => Loop.Run(async () =>
    {
        Exception? failure = null;
        EventLoop.Running.CallSoon(() =>
        {
            var awaiter = Coro.Timeout(Seconds(1), Body(Coro.CompletedCoro)).GetAwaiter();
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
        Assert.Null(_scope);
    });

    [Fact]
    public void Timeout_NullBody_Throws() => Loop.Run(async () =>
    {
        await Expect.Throws<ArgumentNullException>(() => Coro.Timeout(null, (Func<TimeoutScope, Coro>)null!));
        await Expect.Throws<ArgumentNullException>(async () => await Coro.TimeoutAt(null, (Func<TimeoutScope, Coro<int>>)null!));
    });

    [Fact]
    public void Timeout_OperationOfDotNetThatIsCancelledByTheToken_Expires() => Virtual.Run(async () =>
    {
        await Expect.Throws<TimeoutException>(Coro.Timeout(Seconds(1), async _ => await Task.Delay(Timeout.Infinite, Coro.Token)));
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void Timeout_OtherOperationCanceled_IsAFailure() => Virtual.Run(async () =>
    {
        await Expect.Throws<OperationCanceledException>(Coro.Timeout(Seconds(1), Body(Work.Fail(new OperationCanceledException()))));
        Assert.False(_scope!.IsExpired);
    });

    [Fact]
    public void Timeout_OnAPoolLoop_Expires()
    {
        var run = Coro.RunAsync(Limited(), new RunOptions { TimeProvider = new JumpingClock() });
        Assert.Throws<TimeoutException>(() => HangGuard.Run(() => run.GetAwaiter().GetResult()));

        static async Coro Limited() => await Coro.Timeout(Seconds(1), _ => Work.Forever());
    }

    Func<TimeoutScope, Coro> Body(Coro work) => scope =>
    {
        _scope = scope;
        return work;
    };
}
