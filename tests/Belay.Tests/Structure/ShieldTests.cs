using Belay.Tests.Support;

namespace Belay.Tests.Structure;

public class ShieldTests
{
    [Fact]
    public void Shield_InnerSucceeds_GivesItsResult() => Loop.Run(async () =>
    {
        var inner = new Future<int>();
        var outer = Coro.Shield(inner);
        inner.SetResult(42);
        Assert.Equal(42, await outer);
    });

    [Fact]
    public void Shield_InnerFails_GivesItsFailure() => Loop.Run(async () =>
    {
        var inner = new Future<int>();
        var outer = Coro.Shield(inner);
        var boom = new Boom();
        inner.SetException(boom);
        Assert.Same(boom, await Expect.Throws<Boom>(outer));
    });

    [Fact]
    public void Shield_InnerCancelled_IsCancelled() => Loop.Run(async () =>
    {
        var inner = new Future<int>();
        var outer = Coro.Shield(inner);
        inner.Cancel();
        await Loop.Turns(2);
        Assert.True(outer.IsCancelled);
    });

    [Fact]
    public void Cancel_Outer_LeavesTheInner() => Loop.Run(async () =>
    {
        var inner = new Future<int>();
        var outer = Coro.Shield(inner);
        outer.Cancel();
        await Loop.Turns(2);
        Assert.True(outer.IsCancelled);
        Assert.False(inner.IsDone);
        inner.SetResult(1);
        await Loop.Turns(2);
    });

    [Fact]
    public void Shield_FutureThatIsDone_IsThatFuture() => Loop.Run(async () =>
    {
        var done = new Future<int>();
        done.SetResult(42);
        Assert.Same(done, Coro.Shield(done));
        Assert.Same(done, Coro.Shield((Coro)done));
        var task = Coro.CreateTask(Work.Return(1));
        await task;
        Assert.Same(task, Coro.Shield((Coro)task));
    });

    [Fact]
    public void Shield_TaskThatIsDone_IsDoneAtTheCall() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Return(1));
        await task;
        Assert.Equal(1, Coro.Shield(task).Result);
        var failed = Coro.CreateTask(Fail());
        await Expect.Throws<Boom>(failed);
        Assert.IsType<Boom>(Coro.Shield(failed).Exception);
        var cancelled = Coro.CreateTask(Work.Return(1));
        cancelled.Cancel();
        await Expect.Throws<CancelledException>(cancelled);
        Assert.True(Coro.Shield(cancelled).IsCancelled);

        static async Coro<int> Fail()
        {
            await Coro.Yield();
            throw new Boom();
        }
    });

    [Fact]
    public void Shield_Coroutine_IsScheduledAtTheCall() => Loop.Run(async () =>
    {
        var outer = Coro.Shield(Work.Return(5, turns: 1));
        Assert.Equal(2, Coro.AllTasks().Count);
        Assert.Equal(5, await outer);
    });

    [Fact]
    public void Shield_CoroutineWithoutResult_IsDoneWithIt() => Loop.Run(async () =>
    {
        var done = false;
        await Coro.Shield(Finish());
        Assert.True(done);

        async Coro Finish()
        {
            await Loop.Turns(2);
            done = true;
        }
    });

    [Fact]
    public void Shield_CoroutineWhereNoLoopRuns_Throws() =>
        Assert.Throws<InvalidOperationException>(() => Coro.Shield(Work.Return(1)));

    [Fact]
    public void Shield_CoroutineUsedBefore_Throws() => Loop.Run(async () =>
    {
        var used = Work.Return(1);
        await used;
        Assert.Throws<InvalidOperationException>(() => Coro.Shield(used));
    });

    [Fact]
    public void Shield_Task_GivesItsResult() => Loop.Run(async () =>
    {
        Assert.Equal("x", await Coro.Shield(Coro.CreateTask(Work.Return("x", turns: 2))));
    });

    [Fact]
    public void Cancel_TaskThatAwaitsAShield_LeavesTheShielded() => Loop.Run(async () =>
    {
        var waiter = new Future<int>();
        var proof = 0;
        var outer = Coro.CreateTask(Outer());
        await Coro.Yield();
        outer.Cancel();
        await Expect.Throws<CancelledException>(outer);
        waiter.SetResult(0);
        await Loop.Turns(3);
        Assert.Equal(1, proof);

        async Coro Inner()
        {
            await waiter;
            proof++;
        }

        async Coro Outer()
        {
            await Coro.Shield(Inner());
            proof += 100;
        }
    });

    [Fact]
    public void Cancel_ShieldOfAGather_LeavesTheParts() => Loop.Run(async () =>
    {
        Future<int> first = new(), second = new();
        var parent = Coro.Gather(new[] { first, second });
        var outer = Coro.Shield(parent);
        var task = Coro.CreateTask(Await(outer));
        await Coro.Yield();
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.False(first.IsDone);
        first.SetResult(1);
        second.SetResult(2);
        Assert.Equal<int[]>([1, 2], await parent);
    });

    [Fact]
    public void Cancel_GatherOfShields_CancelsTheShieldsOnly() => Loop.Run(async () =>
    {
        Future<int> first = new(), second = new();
        Future<int> one = Coro.Shield(first), two = Coro.Shield(second);
        var gather = Coro.Gather(new[] { one, two });
        gather.Cancel();
        await Expect.Throws<CancelledException>(gather);
        Assert.True(one.IsCancelled);
        Assert.True(two.IsCancelled);
        Assert.False(first.IsDone);
        Assert.False(second.IsDone);
    });

    [Fact]
    public void Cancel_Outer_PassesItsMessageToTheAwaiter() => Loop.Run(async () =>
    {
        var outer = Coro.Shield(new Future<int>());
        outer.Cancel("mine");
        Assert.Equal("mine", (await Expect.Throws<CancelledException>(outer)).Message);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Shield_InnerFailsAfterTheOuterWasCancelled_IsReportedOnce(int turns)
    {
        var errors = Loop.RunCollectingErrors(async () =>
        {
            var inner = new Future<int>();
            var outer = Coro.Shield(inner);
            outer.Cancel();
            await Loop.Turns(turns);
            inner.SetException(new Boom("late"));
            await Loop.Turns(3);
        });
        Assert.Equal("late", Assert.Single(errors).Exception!.Message);
    }

    [Fact]
    public void Shield_InnerFailsAfterTheOuterWasCancelled_ButIsAwaited_IsNotReported() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Fail(new Boom(), turns: 3));
        var outer = Coro.Shield(task);
        outer.Cancel();
        await Expect.Throws<CancelledException>(outer);
        await Expect.Throws<Boom>(task);
    });

    [Fact]
    public void Shield_BothFail_OneReportIfNobodyLooks()
    {
        var errors = Loop.RunCollectingErrors(async () =>
        {
            Coro.Shield(Work.Fail(new Boom(), turns: 1));
            await Loop.Turns(5);
        });
        _ = Assert.Single(errors);
    }

    [Fact]
    public void Shutdown_WhileShielded_CancelsTheInner()
    {
        var cancelled = false;
        Loop.Run(async () =>
        {
            Coro.Shield(Work.TellWhenCancelled(() => cancelled = true)).Cancel();
            await Coro.Yield();
        });
        Assert.True(cancelled);
    }

    [Fact]
    public void Shield_InATimeout_LetsTheInnerFinish() => Virtual.Run(async () =>
    {
        var task = Coro.CreateTask(Virtual.Return("done", 2));
        await Expect.Throws<TimeoutException>(Coro.WaitFor(Coro.Shield(task), Virtual.Seconds(1)));
        Assert.False(task.IsDone);
        Assert.Equal("done", await task);
    });

    [Fact]
    public void Shield_Null_Throws() => Loop.Run(async () =>
    {
        Assert.Throws<ArgumentNullException>(() => Coro.Shield((Future<int>)null!));
        Assert.Throws<ArgumentNullException>(() => Coro.Shield((CoroTask<int>)null!));
        await Coro.Yield();
    });

    static async Coro Await(Future future) => await future;
}
