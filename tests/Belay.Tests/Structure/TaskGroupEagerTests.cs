using Belay.Tests.Support;

namespace Belay.Tests.Structure;

/// <summary>Children that take their first step inside CreateTask.</summary>
public class TaskGroupEagerTests
{
    [Fact]
    public void CreateTask_EagerAndDoneAtOnce_HasItsResult() => Loop.Run(() => TaskGroup.Run(async group =>
    {
        var child = group.CreateTask(Work.Return(7), eager: true);
        Assert.True(child.IsDone);
        Assert.Equal(7, child.Result);
    }));

    [Fact]
    public void CreateTask_Eager_RunsToItsFirstAwait() => Loop.Run(async () =>
    {
        var log = new List<string>();
        async Coro Child()
        {
            log.Add("before");
            await Coro.Yield();
            log.Add("after");
        }
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Child(), eager: true);
            log.Add("body");
        });
        Assert.Equal(["before", "body", "after"], log);
    });

    [Fact]
    public void CreateTask_Eager_IsTheCurrentTaskWhileItRuns() => Loop.Run(async () =>
    {
        CoroTask? seen = null;
        async Coro Child()
        {
            seen = Coro.CurrentTask;
            await Coro.Yield();
        }
        var main = Coro.CurrentTask;
        await TaskGroup.Run(async group =>
        {
            var child = group.CreateTask(Child(), eager: true);
            Assert.Same(child, seen);
            Assert.Same(main, Coro.CurrentTask);
        });
    });

    [Fact]
    public void Run_EagerChildDoneAtOnce_ItsCallbackIsScheduledAllTheSame() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        await TaskGroup.Run(async group => { group.CreateTask(Work.Return(1), eager: true); });
        Assert.Equal(2, turns.Count);
    });

    [Fact]
    public void Run_EagerChildThatWaits_TakesOneTurnLessThanAPlainOne() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        await TaskGroup.Run(async group => { group.CreateTask(Work.Return(1, turns: 1), eager: true); });
        Assert.Equal(3, turns.Count);
    });

    [Fact]
    public void CreateTask_EagerChildFailsAtOnce_BodyIsCancelledOnlyAtItsNextAwait() => Loop.Run(async () =>
    {
        var main = Coro.CurrentTask;
        var boom = new Boom();
        CoroTask? second = null;
        var cancelled = false;
        await Failures.InGroup(
            TaskGroup.Run(async group =>
            {
                var first = group.CreateTask(Work.Fail(boom), eager: true);
                Assert.Same(boom, first.Exception);
                second = group.CreateTask(Work.Forever());
                Assert.Equal(0, main.Cancelling);
                await Work.TellWhenCancelled(() => cancelled = true);
            }),
            boom);
        Assert.True(cancelled);
        Assert.True(second!.IsCancelled);
        Assert.Equal(0, main.Cancelling);
    });

    [Fact]
    public void CreateTask_EagerChildFailsAtOnceAndBodyEnds_NoCancellationLeaksOut() => Loop.Run(async () =>
    {
        var boom = new Boom();
        await Failures.InGroup(
            TaskGroup.Run(async group => { group.CreateTask(Work.Fail(boom), eager: true); }), boom);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
        await Loop.Turns(2);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void CreateTask_FromAChildThatMakesAFailingSibling_CreatorIsCancelledAtAnAwait(bool eager) => Loop.Run(async () =>
    {
        var boom = new Boom();
        var cancelled = false;
        async Coro Second(TaskGroup group)
        {
            group.CreateTask(Work.Fail(boom), eager: eager);
            await Work.TellWhenCancelled(() => cancelled = true);
        }
        await Failures.InGroup(
            TaskGroup.Run(async group => { group.CreateTask(Second(group), eager: eager); }), boom);
        Assert.True(cancelled);
    });

    [Fact]
    public void CreateTask_EagerChildCancelsTheGroup_IsCancelledItself() => Loop.Run(async () =>
    {
        var log = new List<string>();
        async Coro Child(TaskGroup group)
        {
            group.Cancel();
            log.Add("child goes on");
            await Work.TellWhenCancelled(() => log.Add("child cancelled"));
        }
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Child(group), eager: true);
            log.Add("body goes on");
            await Work.TellWhenCancelled(() => log.Add("body cancelled"));
        });
        Assert.Equal(["child goes on", "body goes on", "child cancelled", "body cancelled"], log);
    });

    [Fact]
    public void CreateTask_EagerChildThrowsKeyboardInterrupt_LeavesTheLoopBare()
    {
        var interrupt = new KeyboardInterruptException();
        CoroTask? sibling = null;
        var (failure, _) = Loop.FailsCollectingErrors<KeyboardInterruptException>(() => TaskGroup.Run(async group =>
        {
            sibling = group.CreateTask(Work.Forever());
            group.CreateTask(Work.Fail(interrupt), eager: true);
            await Work.Forever();
        }));
        Assert.Same(interrupt, failure);
        Assert.True(sibling!.IsCancelled);
    }

    [Fact]
    public void CreateTask_EagerInAClosedGroup_ThrowsAndRunsNothing() => Loop.Run(async () =>
    {
        var ran = false;
        async Coro Child()
        {
            ran = true;
            await Coro.Yield();
        }
        TaskGroup? finished = null;
        await TaskGroup.Run(async group => { finished = group; });
        Assert.Throws<InvalidOperationException>(() => { _ = finished!.CreateTask(Child(), eager: true); });
        Assert.False(ran);
    });
}
