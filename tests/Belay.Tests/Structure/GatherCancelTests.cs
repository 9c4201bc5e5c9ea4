using Belay.Tests.Support;

namespace Belay.Tests.Structure;

/// <summary>Cancelling a gather, which is cancelling what it is made of.</summary>
public class GatherCancelTests
{
    [Fact]
    public void Cancel_Gather_CancelsAllParts() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Forever());
        var future = new Future<int>();
        var gather = Coro.Gather(task, future, Work.Forever());
        await Coro.Yield();
        Assert.True(gather.Cancel());
        Assert.True(future.IsCancelled);
        Assert.False(gather.IsDone);
        await Expect.Throws<CancelledException>(gather);
        Assert.True(task.IsCancelled);
        _ = Assert.Single(Coro.AllTasks());
    });

    [Fact]
    public void Cancel_TaskThatAwaitsAGather_CancelsAllParts() => Loop.Run(async () =>
    {
        var waiter = new Future<int>();
        var proof = 0;
        CoroTask first = Coro.CreateTask(Inner()), second = Coro.CreateTask(Inner());
        Future? gather = null;
        var outer = Coro.CreateTask(Outer());
        await Coro.Yield();
        await Coro.Yield();
        Assert.True(outer.Cancel());
        await Expect.Throws<CancelledException>(outer);
        Assert.True(outer.IsCancelled);
        Assert.False(gather!.Cancel());
        Assert.True(waiter.IsCancelled);
        Assert.True(first.IsCancelled);
        Assert.True(second.IsCancelled);
        Assert.Equal(0, proof);

        async Coro Inner()
        {
            await waiter;
            proof++;
        }

        async Coro Outer()
        {
            gather = Coro.Gather(first, second);
            await gather;
            proof += 100;
        }
    });

    [Fact]
    public void Cancel_GatherThatIsDone_DoesNothing() => Loop.Run(async () =>
    {
        var other = Coro.CreateTask(Work.Return(1, turns: 4));
        var gather = Coro.Gather(Work.Fail(new Boom()), other);
        await Expect.Throws<Boom>(gather);
        Assert.False(gather.Cancel());
        Assert.Equal(1, await other);
        Assert.Equal(0, other.Cancelling);
    });

    [Fact]
    public void Cancel_AllPartsDoneButTheGatherNotYet_FindsNothingToCancel() => Loop.Run(async () =>
    {
        var part = new Future<int>();
        var gather = Coro.Gather(new[] { part });
        part.SetResult(1);
        Assert.False(gather.Cancel());
        Assert.Equal<int[]>([1], await gather);
    });

    [Fact]
    public void Cancel_WithMessage_TheAwaiterGetsIt() => Loop.Run(async () =>
    {
        var gather = Coro.Gather(Work.Forever(), Work.Forever());
        await Coro.Yield();
        gather.Cancel("stop");
        Assert.Equal("stop", (await Expect.Throws<CancelledException>(gather)).Message);
    });

    [Fact]
    public void Cancel_TaskWithMessage_TheTaskEndsWithIt() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Wait());
        await Loop.Turns(2);
        task.Cancel("stop");
        Assert.Equal("stop", (await Expect.Throws<CancelledException>(task)).Message);
        Assert.Equal(1, task.Cancelling);

        async Coro Wait() => await Coro.Gather(Work.Forever(), Work.Forever());
    });

    [Fact]
    public void Cancel_PartsThatSwallowIt_StillCancelsTheGather() => Loop.Run(async () =>
    {
        var gather = Coro.Gather([Swallow(1), Swallow(2)]);
        await Coro.Yield();
        Assert.True(gather.Cancel());
        await Expect.Throws<CancelledException>(gather);
        Assert.False(gather.IsCancelled);
    });

    [Fact]
    public void Cancel_PartsThatCleanUp_WaitsForTheFirstOnly() => Loop.Run(async () =>
    {
        var cleanedUp = false;
        var gather = Coro.Gather(Work.Forever(), Work.CleanUpWhenCancelled(3, () => cleanedUp = true));
        await Coro.Yield();
        gather.Cancel();
        await Expect.Throws<CancelledException>(gather);
        Assert.False(cleanedUp);
        await Loop.Turns(4);
        Assert.True(cleanedUp);
    });

    [Fact]
    public void Cancel_PartThatFailsInstead_FailsWithThat() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var gather = Coro.Gather(Work.FailWhenCancelled(boom));
        await Coro.Yield();
        gather.Cancel();
        Assert.Same(boom, await Expect.Throws<Boom>(gather));
    });

    [Fact]
    public void Cancel_BeforeTheirFirstStep_PartsNeverRun() => Loop.Run(async () =>
    {
        var ran = false;
        var gather = Coro.Gather(Run(), Run());
        gather.Cancel();
        await Expect.Throws<CancelledException>(gather);
        Assert.False(ran);

        async Coro Run()
        {
            ran = true;
            await Coro.Yield();
        }
    });

    [Fact]
    public void Cancel_SamePartTwice_IsAskedTwice() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Forever());
        var gather = Coro.Gather(task, task);
        await Coro.Yield();
        gather.Cancel();
        Assert.Equal(2, task.Cancelling);
        await Expect.Throws<CancelledException>(gather);
    });

    [Fact]
    public void Cancel_GatherOfGathers_CancelsTheInnermost() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        Future inner = Coro.Gather(future), middle = Coro.Gather(inner), outer = Coro.Gather(middle);
        Assert.True(outer.Cancel("deep"));
        Assert.True(future.IsCancelled);
        Assert.Equal("deep", (await Expect.Throws<CancelledException>(outer)).Message);
        Assert.All([inner, middle, outer], gather => Assert.IsType<CancelledException>(gather.Exception));
    });

    [Fact]
    public void Cancel_GatherOfAShield_LeavesTheShielded() => Loop.Run(async () =>
    {
        var inner = new Future<int>();
        var gather = Coro.Gather(new[] { Coro.Shield(inner) });
        gather.Cancel();
        await Expect.Throws<CancelledException>(gather);
        Assert.False(inner.IsDone);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Cancel_VeryDeepNesting_ReachesTheBottom(bool withTasks) => Loop.Run(async () =>
    {
        var bottom = new Future<int>();
        Future top = bottom;
        for (var i = 0; i < 100_000; i++)
        {
            top = withTasks && i % 2 == 0 ? Coro.CreateTask(Await(top)) : Coro.Gather(top);
        }
        await Loop.Turns(2);
        Assert.True(top.Cancel());
        Assert.True(bottom.IsCancelled);
        await Expect.Throws<CancelledException>(top);
    });

    [Fact]
    public void Cancel_InARingOfATaskAndAGather_EndsBoth() => Loop.Run(async () =>
    {
        Future? gather = null;
        var task = Coro.CreateTask(AwaitGather());
        gather = Coro.Gather(task);
        await Loop.Turns(2);
        task.Cancel("out");
        await Expect.Throws<CancelledException>(task);
        await Expect.Throws<CancelledException>(gather);

        async Coro AwaitGather()
        {
            await Coro.Yield();
            await gather!;
        }
    });

    [Fact]
    public void Cancel_InARingOfTwoGathers_EndsAll() => Loop.Run(async () =>
    {
        Future? outer = null;
        var task = Coro.CreateTask(AwaitOuter());
        var inner = Coro.Gather(task);
        outer = Coro.Gather(inner);
        await Loop.Turns(2);
        inner.Cancel();
        await Expect.Throws<CancelledException>(task);
        await Expect.Throws<CancelledException>(outer);

        async Coro AwaitOuter()
        {
            await Coro.Yield();
            await outer!;
        }
    });

    [Fact]
    public void Cancel_TaskWhoseGatherIsAboutToBeDone_DeliversTheCancellation() => Loop.Run(async () =>
    {
        var part = new Future<int>();
        var task = Coro.CreateTask(Wait());
        await Coro.Yield();
        part.SetResult(1);
        Assert.True(task.Cancel("late"));
        Assert.Equal("late", (await Expect.Throws<CancelledException>(task)).Message);

        async Coro<int[]> Wait() => await Coro.Gather(new[] { part });
    });

    [Fact]
    public void Cancel_GatherInATokenCallback_WhileItIsBeingCancelled_Ends() => Loop.Run(async () =>
    {
        Future? gather = null;
        var forever = new TaskCompletionSource();
        gather = Coro.Gather(WithToken(), Work.Forever());
        await Coro.Yield();
        gather.Cancel("once");
        await Expect.Throws<CancelledException>(gather);

        async Coro WithToken()
        {
            using var registration = Coro.Token.Register(() =>
            {
                gather!.Cancel("twice");
                forever.TrySetCanceled();
            });
            await forever.Task;
        }
    });

    [Fact]
    public void Shutdown_DuringAGather_CancelsItsParts()
    {
        var cancelled = 0;
        Loop.Run(async () =>
        {
            Coro.Gather(Work.TellWhenCancelled(() => cancelled++), Work.TellWhenCancelled(() => cancelled++));
            await Coro.Yield();
        });
        Assert.Equal(2, cancelled);
    }

    static async Coro Await(Future future) => await future;

    static async Coro<int> Swallow(int value)
    {
        try
        {
            await Work.Forever();
        }
        catch (CancelledException)
        {
            return value;
        }
        return 0;
    }
}
