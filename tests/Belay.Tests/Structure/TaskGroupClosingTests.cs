using Belay.Tests.Support;

namespace Belay.Tests.Structure;

/// <summary>Until when a group takes children, and what becomes of a coroutine that comes too late.</summary>
public class TaskGroupClosingTests
{
    [Fact]
    public void CreateTask_AfterTheGroupReturned_ThrowsAndClosesTheCoroutine() => Loop.Run(async () =>
    {
        TaskGroup? finished = null;
        await TaskGroup.Run(async group => { finished = group; });
        await AssertRejects(finished!);
    });

    [Fact]
    public void CreateTask_AfterTheGroupFailed_ThrowsAndClosesTheCoroutine() => Loop.Run(async () =>
    {
        TaskGroup? failed = null;
        await Expect.Throws<ExceptionGroup>(TaskGroup.Run(async group =>
        {
            failed = group;
            group.CreateTask(Work.Fail(new Boom()));
        }));
        await AssertRejects(failed!);
    });

    [Fact]
    public void CreateTask_FromAChildBeingCancelledByAFailure_ThrowsAndClosesTheCoroutine() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var rejected = false;
        async Coro Child(TaskGroup group)
        {
            await Expect.Throws<CancelledException>(Work.Forever());
            await AssertRejects(group);
            rejected = true;
        }
        await Failures.InGroup(
            TaskGroup.Run(async group =>
            {
                group.CreateTask(Work.Fail(boom, turns: 1));
                group.CreateTask(Child(group));
            }),
            boom);
        Assert.True(rejected);
    });

    [Fact]
    public void CreateTask_FromTheBodyBeingCancelledByAFailure_Throws() => Loop.Run(async () =>
    {
        var boom = new Boom();
        await Failures.InGroup(
            TaskGroup.Run(async group =>
            {
                group.CreateTask(Work.Fail(boom));
                await Expect.Throws<CancelledException>(Work.Forever());
                await AssertRejects(group);
            }),
            boom);
    });

    [Fact]
    public void CreateTask_FromABodyThatSwallowedACancelFromOutside_StillWorks() => Loop.Run(async () =>
    {
        // The group has not begun to abort: it has not seen that cancellation.
        CoroTask<int>? child = null;
        var runner = Coro.CreateTask(TaskGroup.Run(async group =>
        {
            await Expect.Throws<CancelledException>(Work.Forever());
            child = group.CreateTask(Work.Return(8, turns: 2));
        }));
        await Loop.Turns(2);
        runner.Cancel();
        await runner;
        Assert.Equal(8, child!.Result);
    });

    [Fact]
    public void CreateTask_WhileTheGroupIsCancelledAtItsEnd_Throws() => Loop.Run(async () =>
    {
        var rejected = false;
        async Coro Child(TaskGroup group)
        {
            try
            {
                await Work.Forever();
            }
            finally
            {
                await AssertRejects(group);
                rejected = true;
            }
        }
        var runner = Coro.CreateTask(TaskGroup.Run(async group => { group.CreateTask(Child(group)); }));
        await Loop.Turns(3);
        runner.Cancel();
        await Expect.Throws<CancelledException>(runner);
        Assert.True(rejected);
    });

    [Fact]
    public void CreateTask_LastChildDoneButItsCallbackStillDue_IsTakenAndWaitedFor() => Loop.Run(async () =>
    {
        TaskGroup? waiting = null;
        CoroTask? last = null;
        var release = new Future<int>();
        var runner = Coro.CreateTask(TaskGroup.Run(async group =>
        {
            waiting = group;
            last = group.CreateTask(AwaitFuture(release));
        }));
        await Loop.Turns(3);
        release.SetResult(0);
        await Coro.Yield();
        Assert.True(last!.IsDone);
        var late = waiting!.CreateTask(Work.Return(1, turns: 4));
        await runner;
        Assert.Equal(1, late.Result);
    });

    [Fact]
    public void CreateTask_AfterTheLastChildsCallbackButBeforeTheGroupWakes_Throws() => Loop.Run(async () =>
    {
        TaskGroup? waiting = null;
        CoroTask? last = null;
        var release = new Future<int>();
        var runner = Coro.CreateTask(TaskGroup.Run(async group =>
        {
            waiting = group;
            last = group.CreateTask(AwaitFuture(release));
        }));
        await Loop.Turns(3);
        release.SetResult(0);
        // This callback of the child comes after the group's own, in the same turn.
        var outcome = new Future<Exception?>();
        last!.AddDoneCallback(_ =>
            outcome.SetResult(Record.Exception(() => { _ = waiting!.CreateTask(Work.Forever()); })));
        Assert.IsType<InvalidOperationException>(await outcome);
        await runner;
    });

    [Fact]
    public void CreateTask_RejectedTypedCoroutine_IsClosed() => Loop.Run(async () =>
    {
        TaskGroup? finished = null;
        await TaskGroup.Run(async group => { finished = group; });
        var coroutine = Work.Return(1);
        Assert.Throws<InvalidOperationException>(() => { _ = finished!.CreateTask(coroutine); });
        await Expect.Throws<InvalidOperationException>(coroutine);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void CreateTask_CoroutineUsedBefore_ThrowsAndTheGroupGoesOn(bool eager) => Loop.Run(async () =>
    {
        var used = Work.Return(1);
        await used;
        CoroTask<int>? child = null;
        await TaskGroup.Run(async group =>
        {
            Assert.Throws<InvalidOperationException>(() => { _ = group.CreateTask(used, eager: eager); });
            child = group.CreateTask(Work.Return(2));
        });
        Assert.Equal(2, child!.Result);
    });

    static async Coro AwaitFuture(Future<int> future) => await future;

    static async Coro AssertRejects(TaskGroup group)
    {
        var ran = false;
        async Coro Late()
        {
            ran = true;
            await Coro.Yield();
        }
        var tasks = Coro.AllTasks().Count;
        var late = Late();
        Assert.Throws<InvalidOperationException>(() => { _ = group.CreateTask(late); });
        Assert.Equal(tasks, Coro.AllTasks().Count);
        await Expect.Throws<InvalidOperationException>(late);
        Assert.False(ran);
    }
}
