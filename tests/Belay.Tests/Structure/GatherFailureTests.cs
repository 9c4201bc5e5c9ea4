using Belay.Tests.Support;

namespace Belay.Tests.Structure;

public class GatherFailureTests
{
    [Fact]
    public void Gather_FirstFailure_GoesToTheAwaiterAndTheOthersRunOn() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var other = Coro.CreateTask(Work.Return(1, turns: 5));
        var gather = Coro.Gather(Work.Fail(boom, turns: 1), other);
        Assert.Same(boom, await Expect.Throws<Boom>(gather));
        Assert.False(other.IsDone);
        Assert.Equal(1, await other);
        Assert.Equal(0, other.Cancelling);
    });

    [Fact]
    public void Gather_OneFails_IsDoneThen() => Loop.Run(async () =>
    {
        Future<int> a = new(), b = new(), c = new(), d = new(), e = new();
        var gather = Coro.Gather(new[] { a, b, c, d, e });
        var boom = new Boom();
        a.SetResult(1);
        b.SetException(boom);
        await Loop.Turns(2);
        Assert.True(gather.IsDone);
        Assert.False(gather.IsCancelled);
        Assert.Same(boom, gather.Exception);
        c.SetResult(3);
        d.Cancel();
        e.SetException(new Boom("too late"));
        await Loop.Turns(2);
    });

    [Fact]
    public void Gather_LaterFailures_AreNotReported() => Loop.Run(async () =>
    {
        var first = new Boom("first");
        var gather = Coro.Gather(Work.Fail(first), Work.Fail(new Boom("second"), turns: 1), Work.Fail(new Boom("third"), turns: 2));
        Assert.Same(first, await Expect.Throws<Boom>(gather));
        await Loop.Turns(5);
    });

    [Fact]
    public void Gather_TwoFailInOneTurn_TheFirstInTimeWins() => Loop.Run(async () =>
    {
        var gather = Coro.Gather(Work.Fail(new Boom("late"), turns: 2), Work.Fail(new Boom("early"), turns: 1));
        Assert.Equal("early", (await Expect.Throws<Boom>(gather)).Message);
        await Loop.Turns(3);
    });

    [Fact]
    public void Gather_PartFailedBefore_HasFailedAtTheCall() => Loop.Run(async () =>
    {
        var failed = new Future<int>();
        failed.SetException(new Boom());
        var gather = Coro.Gather(new[] { failed, new Future<int>() });
        Assert.True(gather.IsDone);
        await Expect.Throws<Boom>(gather);
    });

    [Fact]
    public void Gather_FailureNobodyLooksAt_IsReportedOnce()
    {
        var errors = Loop.RunCollectingErrors(async () =>
        {
            Coro.Gather(Work.Fail(new Boom("unseen")), Work.Fail(new Boom("dropped"), turns: 1));
            await Loop.Turns(5);
        });
        Assert.Equal("unseen", Assert.Single(errors).Exception!.Message);
    }

    [Fact]
    public void Gather_PartCancelled_FailsWithThatCancellation() => Loop.Run(async () =>
    {
        Future<int> a = new(), b = new(), c = new();
        var gather = Coro.Gather(new[] { a, b, c });
        a.SetResult(1);
        b.Cancel("enough");
        await Loop.Turns(2);
        Assert.True(gather.IsDone);
        Assert.False(gather.IsCancelled);
        Assert.Equal("enough", Assert.IsType<CancelledException>(gather.Exception).Message);
        Assert.False(c.IsDone);
    });

    [Fact]
    public void Gather_PartCancelled_EndsAnAwaitingTaskAsCancelled() => Loop.Run(async () =>
    {
        var part = new Future<int>();
        var other = Coro.CreateTask(Work.Return(1, turns: 4));
        var task = Coro.CreateTask(Wait());
        await Coro.Yield();
        part.Cancel("gone");
        Assert.Equal("gone", (await Expect.Throws<CancelledException>(task)).Message);
        Assert.True(task.IsCancelled);
        Assert.Equal(0, task.Cancelling);
        Assert.Equal(1, await other);

        async Coro Wait() => await Coro.Gather(part, other);
    });

    [Fact]
    public void Gather_CancelledTaskAsPart_TakesItsMessage() => Loop.Run(async () =>
    {
        var part = Coro.CreateTask(Work.Forever());
        var gather = Coro.Gather(part);
        await Coro.Yield();
        part.Cancel("first");
        Assert.Equal("first", (await Expect.Throws<CancelledException>(gather)).Message);
        // The gather was the first to ask.
        Assert.NotEqual("first", (await Expect.Throws<CancelledException>(part)).Message);
    });

    [Fact]
    public void Gather_InATry_LetsTheOthersRunOnAfterTheCatch() => Loop.Run(async () =>
    {
        var finished = false;
        try
        {
            await Coro.Gather(Work.Fail(new Boom()), Finish());
        }
        catch (Boom)
        {
            Assert.False(finished);
        }
        await Loop.Turns(5);
        Assert.True(finished);

        async Coro Finish()
        {
            await Loop.Turns(4);
            finished = true;
        }
    });

    [Fact]
    public void Gather_PartThatThrowsCancelledItself_FailsTheGatherWithIt() => Loop.Run(async () =>
    {
        var gather = Coro.Gather(Work.Fail(new CancelledException("mine"), turns: 1), Loop.Turns(2));
        Assert.Equal("mine", (await Expect.Throws<CancelledException>(gather)).Message);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void Gather_OfAFailedGather_FailsToo() => Loop.Run(async () =>
    {
        var boom = new Boom();
        Assert.Same(boom, await Expect.Throws<Boom>(Coro.Gather(Coro.Gather(Coro.Gather(Work.Fail(boom))))));
    });

    [Fact]
    public void Gather_DuplicateThatFails_FailsOnce() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Fail(new Boom(), turns: 1));
        var gather = Coro.Gather(task, task);
        await Expect.Throws<Boom>(gather);
        await Loop.Turns(2);
    });

    [Fact]
    public void Gather_OperationCanceledOfDotNet_IsAFailure() => Loop.Run(async () =>
    {
        var gather = Coro.Gather(Work.Fail(new OperationCanceledException("a time-out of somebody else's")));
        await Expect.Throws<OperationCanceledException>(gather);
        Assert.False(gather.IsCancelled);
    });
}
