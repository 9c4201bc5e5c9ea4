using Belay.Tests.Support;

namespace Belay.Tests.Structure;

/// <summary>Groups in groups: whose failure it is, and how often the task that runs both is cancelled.</summary>
public class TaskGroupNestingTests
{
    [Fact]
    public void Run_InnerChildrenFailOnCancel_TheInnerGroupIsNestedInTheOuter() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var runner = Coro.CreateTask(TaskGroup.Run(outer => TaskGroup.Run(async inner =>
        {
            inner.CreateTask(Work.FailWhenCancelled(boom));
            await Work.Forever();
        })));
        await Loop.Turns(2);
        runner.Cancel();
        var thrown = await Expect.Throws<ExceptionGroup>(runner);
        var nested = Assert.IsType<ExceptionGroup>(Assert.Single(thrown.InnerExceptions));
        Assert.Same(boom, Assert.Single(nested.InnerExceptions));
    });

    [Fact]
    public void Run_InnerChildrenFailOnCancelBesideAnOuterChild_OuterChildIsCancelled() => Loop.Run(async () =>
    {
        var boom = new Boom();
        CoroTask? outerChild = null;
        var runner = Coro.CreateTask(TaskGroup.Run(async outer =>
        {
            outerChild = outer.CreateTask(Work.Forever());
            await TaskGroup.Run(async inner =>
            {
                inner.CreateTask(Work.FailWhenCancelled(boom));
                await Work.Forever();
            });
        }));
        await Loop.Turns(2);
        runner.Cancel();
        var thrown = await Expect.Throws<ExceptionGroup>(runner);
        var nested = Assert.IsType<ExceptionGroup>(Assert.Single(thrown.InnerExceptions));
        Assert.Same(boom, Assert.Single(nested.InnerExceptions));
        Assert.True(outerChild!.IsCancelled);
    });

    [Fact]
    public void Run_OuterChildFails_CancelsTheInnerGroupSilently() => Loop.Run(async () =>
    {
        var boom = new Boom();
        CoroTask? innerChild = null;
        await Failures.InGroup(
            TaskGroup.Run(async outer =>
            {
                outer.CreateTask(Work.Fail(boom, turns: 2));
                await TaskGroup.Run(async inner => { innerChild = inner.CreateTask(Work.Forever()); });
            }),
            boom);
        Assert.True(innerChild!.IsCancelled);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void Run_InnerChildFails_OuterThrowsTheInnerGroup() => Loop.Run(async () =>
    {
        var boom = new Boom();
        CoroTask? outerChild = null;
        var thrown = await Expect.Throws<ExceptionGroup>(TaskGroup.Run(async outer =>
        {
            outerChild = outer.CreateTask(Work.Forever());
            await TaskGroup.Run(async inner => { inner.CreateTask(Work.Fail(boom, turns: 2)); });
        }));
        var nested = Assert.IsType<ExceptionGroup>(Assert.Single(thrown.InnerExceptions));
        Assert.Same(boom, Assert.Single(nested.InnerExceptions));
        Assert.Equal("unhandled errors in a TaskGroup (1 sub-exception)", nested.Message);
        Assert.True(outerChild!.IsCancelled);
    });

    [Fact]
    public void Run_InnerFailureHandledInTheOuterBody_OuterGoesOn() => Loop.Run(async () =>
    {
        CoroTask<int>? outerChild = null;
        await TaskGroup.Run(async outer =>
        {
            outerChild = outer.CreateTask(Work.Return(1, turns: 8));
            await Expect.Throws<ExceptionGroup>(
                TaskGroup.Run(async inner => { inner.CreateTask(Work.Fail(new Boom())); }));
            await Loop.Turns(2);
        });
        Assert.Equal(1, outerChild!.Result);
    });

    [Fact]
    public void Run_BothGroupsFailInOneTurn_InnerIsThrownAndTheOutersCancelRemains() => Loop.Run(async () =>
    {
        var main = Coro.CurrentTask;
        var innerBoom = new Boom("inner");
        var outerBoom = new Boom("outer");
        var reached = false;
        await Failures.InGroup(
            TaskGroup.Run(async outer =>
            {
                await Failures.InGroup(
                    TaskGroup.Run(async inner =>
                    {
                        inner.CreateTask(Work.Fail(innerBoom, turns: 1));
                        outer.CreateTask(Work.Fail(outerBoom, turns: 1));
                    }),
                    innerBoom);
                Assert.Equal(1, main.Cancelling);
                reached = true;
            }),
            outerBoom);
        Assert.True(reached);
        Assert.Equal(0, main.Cancelling);
        await Loop.Turns(2);
    });

    [Fact]
    public void Run_BothGroupsFailInOneTurn_TheOutersCancelArrivesAtTheNextAwait() => Loop.Run(async () =>
    {
        var outerBoom = new Boom("outer");
        var cancelled = false;
        await Failures.InGroup(
            TaskGroup.Run(async outer =>
            {
                await Expect.Throws<ExceptionGroup>(TaskGroup.Run(async inner =>
                {
                    inner.CreateTask(Work.Fail(new Boom("inner"), turns: 1));
                    outer.CreateTask(Work.Fail(outerBoom, turns: 1));
                }));
                await Work.TellWhenCancelled(() => cancelled = true);
            }),
            outerBoom);
        Assert.True(cancelled);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void CreateTask_OnTheOuterGroupFromTheInner_OutlivesTheInner() => Loop.Run(async () =>
    {
        CoroTask<int>? child = null;
        await TaskGroup.Run(async outer =>
        {
            await TaskGroup.Run(async inner =>
            {
                inner.CreateTask(Work.Return(0));
                child = outer.CreateTask(Work.Return(1, turns: 9));
            });
            Assert.False(child!.IsDone);
        });
        Assert.Equal(1, child!.Result);
    });

    [Fact]
    public void Run_GroupsInChildren_FailureClimbsThroughEachLevel() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var siblingsCancelled = 0;
        Coro Level(int depth) => TaskGroup.Run(async group =>
        {
            group.CreateTask(Work.TellWhenCancelled(() => siblingsCancelled++));
            group.CreateTask(depth == 0 ? Work.Fail(boom, turns: 1) : Level(depth - 1));
        });
        Exception error = await Expect.Throws<ExceptionGroup>(Level(3));
        for (var depth = 0; depth < 4; depth++)
        {
            error = Assert.Single(Assert.IsType<ExceptionGroup>(error).InnerExceptions);
        }
        Assert.Same(boom, error);
        Assert.Equal(4, siblingsCancelled);
    });

    [Fact]
    public void Cancel_GroupsInChildren_ReachesTheInnermostLeaf() => Loop.Run(async () =>
    {
        var cancelled = 0;
        Coro Level(int depth) => TaskGroup.Run(async group =>
        {
            group.CreateTask(depth == 0 ? Work.TellWhenCancelled(() => cancelled++) : Level(depth - 1));
            group.CreateTask(Work.TellWhenCancelled(() => cancelled++));
        });
        var runner = Coro.CreateTask(Level(5));
        await Loop.Turns(12);
        runner.Cancel();
        await Expect.Throws<CancelledException>(runner);
        Assert.Equal(7, cancelled);
        Assert.Same(Coro.CurrentTask, Assert.Single(Coro.AllTasks()));
    });
}
