using Belay.Tests.Support;

namespace Belay.Tests.Structure;

/// <summary>TaskGroup.Cancel: the group ends early and without an error, and nobody else's cancellation is lost by it.</summary>
public class TaskGroupCancelMethodTests
{
    [Fact]
    public void Cancel_FromTheBody_CancelsTheChildrenAndReturns() => Loop.Run(async () =>
    {
        CoroTask? first = null;
        CoroTask? second = null;
        await TaskGroup.Run(async group =>
        {
            first = group.CreateTask(Work.Forever());
            second = group.CreateTask(Work.Forever());
            await Coro.Yield();
            group.Cancel();
        });
        Assert.True(first!.IsCancelled);
        Assert.True(second!.IsCancelled);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void Cancel_FromTheBody_EndsTheBodyAtItsNextAwait() => Loop.Run(async () =>
    {
        var steps = 0;
        await TaskGroup.Run(async group =>
        {
            group.Cancel();
            steps++;
            await Coro.Yield();
            steps++;
        });
        Assert.Equal(1, steps);
    });

    [Fact]
    public void Cancel_BodyWithAResultCutShort_ReturnsDefault() => Loop.Run(async () =>
    {
        var result = await TaskGroup.Run(async group =>
        {
            group.Cancel();
            await Work.Forever();
            return 5;
        });
        Assert.Equal(0, result);
    });

    [Fact]
    public void Cancel_BodyWithAResultThatReachesItsEnd_ReturnsTheResult() => Loop.Run(async () =>
    {
        var result = await TaskGroup.Run(async group =>
        {
            group.CreateTask(Work.Forever());
            group.Cancel();
            return 5;
        });
        Assert.Equal(5, result);
    });

    [Fact]
    public void Cancel_FromAChild_CancelsBodyAndSiblingsInOrder() => Loop.Run(async () =>
    {
        var cancelled = new List<string>();
        async Coro Canceller(TaskGroup group)
        {
            await Coro.Yield();
            group.Cancel();
        }
        CoroTask? canceller = null;
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Work.TellWhenCancelled(() => cancelled.Add("first")));
            group.CreateTask(Work.TellWhenCancelled(() => cancelled.Add("second")));
            canceller = group.CreateTask(Canceller(group));
            await Work.TellWhenCancelled(() => cancelled.Add("body"));
        });
        Assert.Equal(["first", "second", "body"], cancelled);
        // It has cancelled itself too, and returned without an await at which that could arrive.
        Assert.True(canceller!.IsCancelled);
    });

    [Fact]
    public void Cancel_FromOutsideWhileTheGroupWaits_EndsIt() => Loop.Run(async () =>
    {
        TaskGroup? waiting = null;
        CoroTask? child = null;
        var runner = Coro.CreateTask(TaskGroup.Run(async group =>
        {
            waiting = group;
            child = group.CreateTask(Work.Forever());
        }));
        await Loop.Turns(4);
        waiting!.Cancel();
        await runner;
        Assert.True(child!.IsCancelled);
        Assert.False(runner.IsCancelled);
    });

    [Fact]
    public void Cancel_FromACallback_EndsTheGroup() => Loop.Run(() => TaskGroup.Run(async group =>
    {
        EventLoop.Running.CallSoon(group.Cancel);
        await Work.Forever();
    }));

    [Fact]
    public void Cancel_Twice_IsAsOnce() => Loop.Run(async () =>
    {
        CoroTask? child = null;
        await TaskGroup.Run(async group =>
        {
            child = group.CreateTask(Work.CleanUpWhenCancelled(3));
            await Coro.Yield();
            group.Cancel();
            group.Cancel();
            Assert.Equal(1, Coro.CurrentTask.Cancelling);
            Assert.Equal(1, child.Cancelling);
        });
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void Cancel_AfterTheGroupEnded_DoesNothing() => Loop.Run(async () =>
    {
        TaskGroup? finished = null;
        CoroTask<int>? child = null;
        await TaskGroup.Run(async group =>
        {
            finished = group;
            child = group.CreateTask(Work.Return(1));
        });
        finished!.Cancel();
        Assert.Equal(1, child!.Result);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
        await Coro.Yield();
    });

    [Fact]
    public void Cancel_BodyDoesNotWaitAgain_NothingLeaksOut() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        await TaskGroup.Run(async group => group.Cancel());
        Assert.Equal(0, turns.Count);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
        await Loop.Turns(2);
    });

    [Fact]
    public void Cancel_ChildNotYetStarted_NeverRuns() => Loop.Run(async () =>
    {
        var ran = false;
        async Coro Child()
        {
            ran = true;
            await Coro.Yield();
        }
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Child());
            group.Cancel();
        });
        Assert.False(ran);
    });

    [Fact]
    public void Cancel_ThenCreateTask_Throws() => Loop.Run(() => TaskGroup.Run(async group =>
    {
        group.Cancel();
        var late = Work.Forever();
        Assert.Throws<InvalidOperationException>(() => { _ = group.CreateTask(late); });
    }));

    [Fact]
    public void Cancel_WaitsForTheChildrensCleanUp() => Loop.Run(async () =>
    {
        var cleanedUp = false;
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Work.CleanUpWhenCancelled(5, () => cleanedUp = true));
            await Coro.Yield();
            group.Cancel();
        });
        Assert.True(cleanedUp);
    });

    [Fact]
    public void Cancel_ThenAChildFails_TheFailureLeaves() => Loop.Run(async () =>
    {
        var boom = new Boom();
        async Coro Child(TaskGroup group)
        {
            group.Cancel();
            await Expect.Throws<CancelledException>(Work.Forever());
            throw boom;
        }
        await Failures.InGroup(
            TaskGroup.Run(async group =>
            {
                group.CreateTask(Child(group));
                await Work.Forever();
            }),
            boom);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void Cancel_ThenTheBodyFails_TheFailureLeaves() => Loop.Run(async () =>
    {
        var boom = new Boom();
        await Failures.InGroup(
            TaskGroup.Run(async group =>
            {
                group.Cancel();
                throw boom;
            }),
            boom);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
        await Coro.Yield();
    });

    [Fact]
    public void Cancel_AfterAChildFailed_TheFailureLeaves() => Loop.Run(async () =>
    {
        var boom = new Boom();
        await Failures.InGroup(
            TaskGroup.Run(async group =>
            {
                group.CreateTask(Work.Fail(boom));
                await Expect.Throws<CancelledException>(Work.Forever());
                group.Cancel();
            }),
            boom);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void Cancel_BodySwallowsIt_GoesOnWithTheCountRestoredAtTheEnd() => Loop.Run(async () =>
    {
        var wentOn = false;
        await TaskGroup.Run(async group =>
        {
            group.Cancel();
            await Expect.Throws<CancelledException>(Work.Forever());
            Assert.Equal(1, Coro.CurrentTask.Cancelling);
            await Loop.Turns(3);
            wentOn = true;
        });
        Assert.True(wentOn);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });
}
