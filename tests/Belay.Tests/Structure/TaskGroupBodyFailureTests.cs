using Belay.Tests.Support;

namespace Belay.Tests.Structure;

/// <summary>The body's part in a failure: its own, and what it sees of a child's.</summary>
public class TaskGroupBodyFailureTests
{
    [Fact]
    public void Run_BodyFailsAfterWaiting_CancelsTheChildren() => Loop.Run(async () =>
    {
        var boom = new Boom();
        CoroTask? first = null;
        CoroTask? second = null;
        await Failures.InGroup(
            TaskGroup.Run(async group =>
            {
                first = group.CreateTask(Work.Forever());
                second = group.CreateTask(Work.Forever());
                await Loop.Turns(2);
                throw boom;
            }),
            boom);
        Assert.True(first!.IsCancelled);
        Assert.True(second!.IsCancelled);
    });

    [Fact]
    public void Run_BodyFailsAtOnce_ChildrenNeverRun() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var ran = false;
        async Coro Child()
        {
            ran = true;
            await Coro.Yield();
        }
        CoroTask? child = null;
        await Failures.InGroup(
            TaskGroup.Run(async group =>
            {
                child = group.CreateTask(Child());
                throw boom;
            }),
            boom);
        Assert.False(ran);
        Assert.True(child!.IsCancelled);
    });

    [Fact]
    public void Run_BodyWithAResultFails_ThrowsAGroup() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var failing = true;
        await Failures.InGroup(TaskGroup.Run(async group => failing ? throw boom : 1), boom);
    });

    [Fact]
    public void Run_BodyAndChildFail_BodysFailureIsLast() => Loop.Run(async () =>
    {
        var child = new Boom("child");
        var body = new Boom("body");
        await Failures.InGroup(
            TaskGroup.Run(async group =>
            {
                group.CreateTask(Work.Fail(child, turns: 1));
                await Work.FailWhenCancelled(body);
            }),
            child,
            body);
    });

    [Fact]
    public void Run_BodySwallowsTheGroupsCancel_GoesOnAndIsNotCancelledAgain() => Loop.Run(async () =>
    {
        var main = Coro.CurrentTask;
        var first = new Boom("first");
        var second = new Boom("second");
        async Coro FailLate()
        {
            await Expect.Throws<CancelledException>(Work.Forever());
            await Loop.Turns(2);
            throw second;
        }
        var wentOn = false;
        await Failures.InGroup(
            TaskGroup.Run(async group =>
            {
                group.CreateTask(Work.Fail(first, turns: 1));
                group.CreateTask(FailLate());
                await Expect.Throws<CancelledException>(Work.Forever());
                Assert.Equal(1, main.Cancelling);
                await Loop.Turns(10);
                Assert.Equal(1, main.Cancelling);
                wentOn = true;
            }),
            first,
            second);
        Assert.True(wentOn);
        Assert.Equal(0, main.Cancelling);
    });

    [Fact]
    public void Run_BodyAwaitsTheFailingChild_IsCancelledInsteadOfSeeingTheFailure() => Loop.Run(async () =>
    {
        // The group's callback is the child's first, so its cancel comes before the body resumes.
        var boom = new Boom();
        await Failures.InGroup(
            TaskGroup.Run(async group =>
            {
                var child = group.CreateTask(Work.Fail(boom, turns: 1));
                await Expect.Throws<CancelledException>(child);
            }),
            boom);
    });
}
