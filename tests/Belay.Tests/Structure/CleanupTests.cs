using Belay.Tests.Support;

namespace Belay.Tests.Structure;

/// <summary>A clean-up is not disturbed by further cancellations, for a while.</summary>
public class CleanupTests
{
    static readonly TimeSpan _limit = TimeSpan.FromSeconds(10);
    static readonly RunOptions _virtual = new() { TimeProvider = new VirtualTimeProvider() };

    readonly List<string> _log = [];

    /// <summary>Waits until it is cancelled, then cleans up for so many turns.</summary>
    async Coro Work(int turns, TimeSpan? limit = null)
    {
        try
        {
            await Coro.Sleep(Timeout.InfiniteTimeSpan);
        }
        finally
        {
            await Coro.Cleanup(limit ?? _limit, async () =>
            {
                _log.Add("begin");
                await Loop.Turns(turns);
                _log.Add("end");
            });
        }
    }

    [Fact]
    public void Cleanup_CancelledAgain_RunsToItsEnd() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work(5));
        await Coro.Yield();
        task.Cancel("first");
        await Coro.Yield();
        task.Cancel("second");
        await Coro.Yield();
        task.Cancel("third");
        Assert.Equal(3, task.Cancelling);
        await Expect.Throws<CancelledException>(task);
        Assert.Equal(["begin", "end"], _log);
    });

    [Fact]
    public void Cleanup_NotCancelledMeanwhile_DeliversNothing() => Loop.Run(async () =>
    {
        await Coro.Cleanup(_limit, () => Loop.Turns(3));
        await Coro.Yield();
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void Cleanup_HeldBack_IsDeliveredAtTheNextAwait() => Loop.Run(async () =>
    {
        async Coro Body()
        {
            await Coro.Cleanup(_limit, () => Loop.Turns(3));
            _log.Add("cleaned up");
            await Coro.Yield();
            _log.Add("not reached");
        }

        var task = Coro.CreateTask(Body());
        await Coro.Yield();
        task.Cancel("held back");
        var cancelled = await Expect.Throws<CancelledException>(task);
        Assert.Equal("held back", cancelled.Message);
        Assert.Equal(["cleaned up"], _log);
    });

    [Fact]
    public void Cleanup_HeldBackAndNoAwaitFollows_EndsTheTaskCancelled() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Coro.Cleanup(_limit, () => Loop.Turns(3)));
        await Coro.Yield();
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.True(task.IsCancelled);
    });

    [Fact]
    public void Cleanup_HeldBackAndUncancelled_DeliversNothing() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Coro.Cleanup(_limit, () => Loop.Turns(3)));
        await Coro.Yield();
        task.Cancel();
        Assert.Equal(0, task.Uncancel());
        await task;
    });

    [Fact]
    public void Cleanup_RequestFromBefore_IsHeldBackToo() => Loop.Run(async () =>
    {
        async Coro Body()
        {
            Coro.CurrentTask.Cancel();
            await Coro.Cleanup(_limit, async () =>
            {
                await Coro.Yield();
                _log.Add("end");
            });
            await Coro.Yield();
        }

        await Expect.Throws<CancelledException>(Coro.CreateTask(Body()));
        Assert.Equal(["end"], _log);
    });

    [Fact]
    public void Cleanup_LimitPassesWithARequest_DeliversItIntoTheBody() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Coro.Cleanup(_limit, () => Coro.Sleep(TimeSpan.FromHours(1))));
        await Coro.Yield();
        var start = EventLoop.Running.Time;
        task.Cancel("held back");
        var cancelled = await Expect.Throws<CancelledException>(task);
        Assert.Equal("held back", cancelled.Message);
        Assert.Equal(_limit, EventLoop.Running.Time - start);
    }, _virtual);

    [Fact]
    public void Cleanup_LimitPassesWithoutARequest_GoesOnAndIsCancelledAtOnceLater() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Coro.Cleanup(_limit, () => Coro.Sleep(TimeSpan.FromHours(1))));
        var start = EventLoop.Running.Time;
        await Coro.Sleep(TimeSpan.FromMinutes(1));
        Assert.False(task.IsDone);
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.Equal(TimeSpan.FromMinutes(1), EventLoop.Running.Time - start);
    }, _virtual);

    [Fact]
    public void Cleanup_LimitOfZero_HoldsNothingBackForLong() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Coro.Cleanup(TimeSpan.Zero, () => Coro.Sleep(TimeSpan.FromHours(1))));
        await Coro.Yield();
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.Equal(TimeSpan.Zero, EventLoop.Running.Time);
    }, new RunOptions { TimeProvider = new VirtualTimeProvider() });

    [Fact]
    public void Cleanup_ReturnsAValueAndLetsFailuresOut() => Loop.Run(async () =>
    {
        Assert.Equal(7, await Coro.Cleanup(_limit, async () =>
        {
            await Coro.Yield();
            return 7;
        }));
        await Expect.Throws<Boom>(Coro.Cleanup(_limit, () => throw new Boom()));
        await Expect.Throws<Boom>(Coro.Cleanup(_limit, async () =>
        {
            await Coro.Yield();
            throw new Boom();
        }));
    });

    [Fact]
    public void Cleanup_BodysOwnTimeLimit_Works() => Loop.Run(async () =>
    {
        await Expect.Throws<TimeoutException>(Coro.Cleanup(_limit, () => Coro.WaitFor(Coro.Sleep(TimeSpan.FromHours(1)), TimeSpan.FromSeconds(1))));
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    }, _virtual);

    [Fact]
    public void Cleanup_BodysOwnGroup_EndsAtAFailure() => Loop.Run(async () =>
    {
        await Expect.Throws<ExceptionGroup>(Coro.Cleanup(_limit, () => TaskGroup.Run(async group =>
        {
            group.CreateTask(Fail());
            await Coro.Sleep(Timeout.InfiniteTimeSpan);
        })));
        static async Coro Fail()
        {
            await Coro.Yield();
            throw new Boom();
        }
    });

    [Fact]
    public void Cleanup_TimeLimitRoundIt_IsHeldBack() => Loop.Run(async () =>
    {
        var ended = false;
        await Expect.Throws<TimeoutException>(Coro.Timeout(TimeSpan.FromSeconds(1), async _ =>
        {
            await Coro.Cleanup(_limit, async () =>
            {
                await Coro.Sleep(TimeSpan.FromSeconds(5));
                ended = true;
            });
            await Coro.Yield();
        }));
        Assert.True(ended);
    }, _virtual);

    [Fact]
    public void Cleanup_WaitsForATask_ThatIsNotCancelledThroughIt() => Loop.Run(async () =>
    {
        var other = Coro.CreateTask(Loop.Turns(5));
        var task = Coro.CreateTask(Coro.Cleanup(_limit, () => other));
        await Coro.Yield();
        task.Cancel();
        await other;
        await Expect.Throws<CancelledException>(task);
    });

    [Fact]
    public void Cleanup_Nested_TheInnerKeepsForTheOuter() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Coro.Cleanup(_limit, async () =>
        {
            await Coro.Cleanup(_limit, () => Loop.Turns(3));
            await Coro.Yield();
            _log.Add("outer goes on");
        }));
        await Loop.Turns(2);
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.Equal(["outer goes on"], _log);
    });

    [Fact]
    public void Cleanup_InAnAsyncTaskMethod_IsNotDisturbedAndTheCoroutineIsCancelledAfterIt() => Loop.Run(async () =>
    {
        async Task Method()
        {
            await Coro.Cleanup(_limit, async () =>
            {
                await Loop.Turns(3);
                _log.Add("end");
            });
        }
        async Coro Body()
        {
            await Method();
            _log.Add("not reached");
        }

        var task = Coro.CreateTask(Body());
        await Coro.Yield();
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.Equal(["end"], _log);
    });

    [Fact]
    public void Cleanup_TimeLimitInAnAsyncTaskMethodWithinIt_Works() => Loop.Run(async () =>
    {
        async Task Method() => await Coro.WaitFor(Coro.Sleep(TimeSpan.FromHours(1)), TimeSpan.FromSeconds(1));
        await Expect.Throws<TimeoutException>(Coro.Cleanup(_limit, async () => await Method()));
        Assert.Equal(TimeSpan.FromSeconds(1), EventLoop.Running.Time);
    }, new RunOptions { TimeProvider = new VirtualTimeProvider() });

    [Fact]
    public void Cleanup_Token_IsCancelledWhenTheRequestIsDelivered() => Loop.Run(async () =>
    {
        CancellationToken token = default;
        var task = Coro.CreateTask(Coro.Cleanup(_limit, async () =>
        {
            token = Coro.Token;
            await Loop.Turns(3);
            _log.Add($"{token.IsCancellationRequested}");
        }));
        await Coro.Yield();
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.Equal(["False"], _log);
        Assert.True(token.IsCancellationRequested);
    });

    [Fact]
    public void Cleanup_AtShutdown_RunsToItsEnd()
    {
        Loop.Run(async () =>
        {
            Coro.CreateTask(Work(5)).Cancel();
            Coro.CreateTask(Work(5));
            await Coro.Yield();
        });
        Assert.Equal(["begin", "end"], _log);
    }

    [Fact]
    public void Cleanup_NegativeLimit_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Coro.Cleanup(TimeSpan.FromSeconds(-1), () => Coro.CompletedCoro));

    [Fact]
    public void Cleanup_UsedTwice_Throws() => Loop.Run(async () =>
    {
        var cleanup = Coro.Cleanup(_limit, () => Coro.CompletedCoro);
        await cleanup;
        await Expect.Throws<InvalidOperationException>(cleanup);
    });
}
