using Belay.Tests.Support;

namespace Belay.Tests.Structure;

/// <summary>A child fails: who is cancelled, what leaves the group, and in which turn.</summary>
public class TaskGroupFailureTests
{
    [Fact]
    public void Run_ChildFails_CancelsSiblingsAndThrowsAGroup() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var siblingCancelled = false;
        CoroTask? sibling = null;
        var thrown = await Failures.InGroup(
            TaskGroup.Run(async group =>
            {
                group.CreateTask(Work.Fail(boom, turns: 2));
                sibling = group.CreateTask(Work.TellWhenCancelled(() => siblingCancelled = true));
            }),
            boom);
        Assert.Equal("unhandled errors in a TaskGroup (1 sub-exception)", thrown.Message);
        Assert.True(siblingCancelled);
        Assert.True(sibling!.IsCancelled);
    });

    [Fact]
    public void Run_ChildFails_CancelsTheBody() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var bodyCancelled = false;
        await Failures.InGroup(
            TaskGroup.Run(async group =>
            {
                group.CreateTask(Work.Fail(boom, turns: 2));
                await Work.TellWhenCancelled(() => bodyCancelled = true);
            }),
            boom);
        Assert.True(bodyCancelled);
    });

    [Fact]
    public void Run_SeveralChildrenFailInOneTurn_AllAreInTheGroupInTheirOrder() => Loop.Run(async () =>
    {
        Boom[] booms = [new("1"), new("2"), new("3")];
        var thrown = await Failures.InGroup(
            TaskGroup.Run(async group =>
            {
                foreach (var boom in booms)
                {
                    group.CreateTask(Work.Fail(boom, turns: 1));
                }
                await Work.Forever();
            }),
            booms);
        Assert.Equal("unhandled errors in a TaskGroup (3 sub-exceptions)", thrown.Message);
    });

    [Fact]
    public void Run_SiblingFailsInItsCleanUp_IsInTheGroupToo() => Loop.Run(async () =>
    {
        var first = new Boom("first");
        var second = new Boom("second");
        await Failures.InGroup(
            TaskGroup.Run(async group =>
            {
                group.CreateTask(Work.FailWhenCancelled(second));
                group.CreateTask(Work.Fail(first, turns: 1));
            }),
            first,
            second);
    });

    [Fact]
    public void Run_SiblingCleansUpForAWhile_IsWaitedFor() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var cleanedUp = false;
        await Failures.InGroup(
            TaskGroup.Run(async group =>
            {
                group.CreateTask(Work.Fail(boom, turns: 1));
                group.CreateTask(Work.CleanUpWhenCancelled(6, () => cleanedUp = true));
            }),
            boom);
        Assert.True(cleanedUp);
    });

    [Fact]
    public void Run_SiblingSwallowsTheCancellation_KeepsItsValue() => Loop.Run(async () =>
    {
        var boom = new Boom();
        async Coro<int> Stubborn()
        {
            await Expect.Throws<CancelledException>(Work.Forever());
            await Loop.Turns(3);
            return 5;
        }
        CoroTask<int>? stubborn = null;
        await Failures.InGroup(
            TaskGroup.Run(async group =>
            {
                stubborn = group.CreateTask(Stubborn());
                group.CreateTask(Work.Fail(boom, turns: 1));
            }),
            boom);
        Assert.Equal(5, stubborn!.Result);
    });

    [Fact]
    public void Run_ChildThrowsAGroup_StaysNested() => Loop.Run(async () =>
    {
        var inner = new ExceptionGroup("inner", new Boom("a"), new Boom("b"));
        var thrown = await Failures.InGroup(
            TaskGroup.Run(async group => { group.CreateTask(Work.Fail(inner)); }),
            inner);
        Assert.Equal("unhandled errors in a TaskGroup (1 sub-exception)", thrown.Message);
    });

    [Fact]
    public void Run_AfterAFailure_TheCallerIsNotCancelled() => Loop.Run(async () =>
    {
        await Expect.Throws<ExceptionGroup>(TaskGroup.Run(async group =>
        {
            group.CreateTask(Work.Fail(new Boom()));
            await Work.Forever();
        }));
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
        await Loop.Turns(2);
    });

    [Fact]
    public void Run_ChildFailsAfterTheBodyEnded_TheCallerIsNotCancelled() => Loop.Run(async () =>
    {
        await Expect.Throws<ExceptionGroup>(
            TaskGroup.Run(async group => { group.CreateTask(Work.Fail(new Boom(), turns: 3)); }));
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
        await Loop.Turns(2);
    });

    [Fact]
    public void Run_ChildrenMultiplyUntilOneFails_AllEnd() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var heads = 0;
        async Coro Hydra(TaskGroup group)
        {
            heads++;
            await Coro.Yield();
            group.CreateTask(Hydra(group));
            group.CreateTask(Hydra(group));
        }
        async Coro Hercules()
        {
            while (heads < 10)
            {
                await Coro.Yield();
            }
            throw boom;
        }
        await Failures.InGroup(
            TaskGroup.Run(async group =>
            {
                group.CreateTask(Hydra(group));
                group.CreateTask(Hercules());
            }),
            boom);
        Assert.True(heads >= 10);
        Assert.Same(Coro.CurrentTask, Assert.Single(Coro.AllTasks()));
    });

    [Fact]
    public void Run_ScopeInsideTheBodyFailsOnTheWayOut_BothAreInTheGroup() => Loop.Run(async () =>
    {
        var child = new Boom("child");
        var scope = new Boom("scope");
        await Failures.InGroup(
            TaskGroup.Run(async group =>
            {
                try
                {
                    group.CreateTask(Work.Fail(child));
                    await Work.Forever();
                }
                finally
                {
                    ThrowWhatLeavesTheScope(scope);
                }
            }),
            child,
            scope);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Run_ChildFailsAfterSomeTurns_TakesThreeMore(int childTurns) => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        await Expect.Throws<ExceptionGroup>(TaskGroup.Run(async group =>
        {
            group.CreateTask(Work.Fail(new Boom(), childTurns));
            await Work.Forever();
        }));
        Assert.Equal(childTurns + 3, turns.Count);
    });

    [Fact]
    public void Run_ChildFailsBesideAWaitingSibling_TakesTwoMoreTurnsForIt() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        await Expect.Throws<ExceptionGroup>(TaskGroup.Run(async group =>
        {
            group.CreateTask(Work.Fail(new Boom()));
            group.CreateTask(Work.Forever());
            await Work.Forever();
        }));
        Assert.Equal(5, turns.Count);
    });

    static void ThrowWhatLeavesTheScope(Exception error) => throw error;
}
