using Belay.Tests.Support;

namespace Belay.Tests.Structure;

/// <summary>The task that runs a group is cancelled from outside.</summary>
public class TaskGroupCancellationTests
{
    [Fact]
    public void Cancel_OfABodyThatAwaitsWithItsToken_IsACancellation() => Loop.Run(async () =>
    {
        var runner = Coro.CreateTask(TaskGroup.Run(async group =>
        {
            group.CreateTask(Work.Forever());
            await Task.Delay(-1, Coro.Token);
        }));
        await Loop.Turns(2);
        runner.Cancel();
        await Expect.Throws<CancelledException>(runner);
        Assert.True(runner.IsCancelled);
    });

    [Fact]
    public void Cancel_WhileWaitingAtTheEnd_CancelsTheChildrenAndGoesThrough() => Loop.Run(async () =>
    {
        var cancelled = 0;
        var runner = Coro.CreateTask(TaskGroup.Run(async group =>
        {
            for (var i = 0; i < 5; i++)
            {
                group.CreateTask(Work.TellWhenCancelled(() => cancelled++));
            }
        }));
        await Loop.Turns(3);
        Assert.False(runner.IsDone);
        runner.Cancel();
        await Expect.Throws<CancelledException>(runner);
        Assert.Equal(5, cancelled);
        Assert.True(runner.IsCancelled);
    });

    [Fact]
    public void Cancel_WhileTheBodyWaits_CancelsBodyAndChildren() => Loop.Run(async () =>
    {
        var cancelled = 0;
        var runner = Coro.CreateTask(TaskGroup.Run(async group =>
        {
            for (var i = 0; i < 5; i++)
            {
                group.CreateTask(Work.TellWhenCancelled(() => cancelled++));
            }
            await Work.TellWhenCancelled(() => cancelled += 10);
        }));
        await Loop.Turns(3);
        runner.Cancel();
        await Expect.Throws<CancelledException>(runner);
        Assert.Equal(15, cancelled);
    });

    [Fact]
    public void Cancel_BeforeTheFirstStep_NeitherBodyNorChildrenRun() => Loop.Run(async () =>
    {
        var ran = false;
        var runner = Coro.CreateTask(TaskGroup.Run(async group => { ran = true; }));
        runner.Cancel();
        await Expect.Throws<CancelledException>(runner);
        Assert.False(ran);
    });

    [Fact]
    public void Cancel_GroupWithoutChildren_ReachesTheBody() => Loop.Run(async () =>
    {
        var cancelled = false;
        var runner = Coro.CreateTask(TaskGroup.Run(group => Work.TellWhenCancelled(() => cancelled = true)));
        await Loop.Turns(2);
        runner.Cancel();
        await Expect.Throws<CancelledException>(runner);
        Assert.True(cancelled);
    });

    [Fact]
    public void Cancel_WhileWaitingAtTheEnd_WaitsForTheChildrensCleanUp() => Loop.Run(async () =>
    {
        var cleanedUp = false;
        var runner = Coro.CreateTask(TaskGroup.Run(async group =>
        {
            group.CreateTask(Work.CleanUpWhenCancelled(5, () => cleanedUp = true));
        }));
        await Loop.Turns(3);
        runner.Cancel();
        await Loop.Turns(3);
        Assert.False(runner.IsDone);
        await Expect.Throws<CancelledException>(runner);
        Assert.True(cleanedUp);
    });

    [Fact]
    public void Cancel_Message_LeavesWithTheCancellation() => Loop.Run(async () =>
    {
        var runner = Coro.CreateTask(TaskGroup.Run(async group => { group.CreateTask(Work.Forever()); }));
        await Loop.Turns(3);
        runner.Cancel("enough");
        Assert.Equal("enough", (await Expect.Throws<CancelledException>(runner)).Message);
    });

    [Fact]
    public void Cancel_TwiceWhileWaiting_DoesNotCancelTheChildrenAgain() => Loop.Run(async () =>
    {
        var cleanedUp = false;
        CoroTask? child = null;
        var runner = Coro.CreateTask(TaskGroup.Run(async group =>
        {
            child = group.CreateTask(Work.CleanUpWhenCancelled(5, () => cleanedUp = true));
        }));
        await Loop.Turns(3);
        runner.Cancel("first");
        await Loop.Turns(2);
        runner.Cancel("second");
        await Coro.Yield();
        Assert.Equal(2, runner.Cancelling);
        Assert.Equal(1, child!.Cancelling);
        Assert.Equal("first", (await Expect.Throws<CancelledException>(runner)).Message);
        Assert.True(cleanedUp);
    });

    [Fact]
    public void Cancel_ChildrenFailInTheirCleanUp_TheirFailuresWin() => Loop.Run(async () =>
    {
        Boom[] booms = [new("1"), new("2")];
        var runner = Coro.CreateTask(TaskGroup.Run(async group =>
        {
            foreach (var boom in booms)
            {
                group.CreateTask(Work.FailWhenCancelled(boom));
            }
            await Work.Forever();
        }));
        await Loop.Turns(2);
        runner.Cancel();
        await Failures.InGroup(runner, booms);
        Assert.False(runner.IsCancelled);
    });

    [Fact]
    public void Cancel_BodyCleansUpWhileAChildFails_TheFailureWins() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var runner = Coro.CreateTask(TaskGroup.Run(async group =>
        {
            group.CreateTask(Work.Fail(boom, turns: 4));
            await Work.CleanUpWhenCancelled(8);
        }));
        await Loop.Turns(2);
        runner.Cancel();
        await Failures.InGroup(runner, boom);
    });

    [Fact]
    public void Cancel_ThroughAnAwaitingTask_TheFailureWinsToo() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var inner = Coro.CreateTask(TaskGroup.Run(async group =>
        {
            group.CreateTask(Work.Fail(boom, turns: 4));
            await Work.CleanUpWhenCancelled(8);
        }));
        async Coro AwaitInner() => await inner;
        var outer = Coro.CreateTask(AwaitInner());
        await Loop.Turns(2);
        outer.Cancel();
        await Failures.InGroup(outer, boom);
    });

    [Fact]
    public void Cancel_BodyThrowsSomethingElse_LeavesInAGroup() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var runner = Coro.CreateTask(TaskGroup.Run(group => Work.FailWhenCancelled(boom)));
        await Loop.Turns(2);
        runner.Cancel();
        await Failures.InGroup(runner, boom);
    });

    [Fact]
    public void Cancel_BodySwallowsIt_GroupEndsNormallyWithTheCountKept() => Loop.Run(async () =>
    {
        CoroTask<int>? child = null;
        async Coro<int> Runner()
        {
            await TaskGroup.Run(async group =>
            {
                child = group.CreateTask(Work.Return(3, turns: 5));
                await Expect.Throws<CancelledException>(Work.Forever());
            });
            return Coro.CurrentTask.Cancelling;
        }
        var runner = Coro.CreateTask(Runner());
        await Loop.Turns(2);
        runner.Cancel();
        Assert.Equal(1, await runner);
        Assert.Equal(3, child!.Result);
    });

    [Fact]
    public void Cancel_WhileAChildFails_GroupWinsAndTheCancellationArrivesAtTheNextAwait() => Loop.Run(async () =>
    {
        var reached = false;
        async Coro Runner()
        {
            var boom = new Boom();
            var me = Coro.CurrentTask;
            await Failures.InGroup(TaskGroup.Run(async group => { group.CreateTask(Work.FailWhenCancelled(boom)); }), boom);
            Assert.Equal(1, me.Cancelling);
            reached = true;
            await Work.Forever();
        }
        var runner = Coro.CreateTask(Runner());
        await Loop.Turns(3);
        runner.Cancel();
        await Expect.Throws<CancelledException>(runner);
        Assert.True(reached);
    });

    [Fact]
    public void Cancel_BeforeTheGroupSeesAChildsFailure_GroupWinsAndTheCancellationArrivesLater() => Loop.Run(async () =>
    {
        var started = new Future<int>();
        async Coro Child(Boom boom)
        {
            started.SetResult(0);
            await Coro.Yield();
            throw boom;
        }
        async Coro Runner()
        {
            var boom = new Boom();
            var me = Coro.CurrentTask;
            await Failures.InGroup(
                TaskGroup.Run(async group =>
                {
                    group.CreateTask(Child(boom));
                    await Work.Forever();
                }),
                boom);
            Assert.Equal(1, me.Cancelling);
            await Work.Forever();
        }
        var runner = Coro.CreateTask(Runner());
        await started;
        Assert.Equal(0, runner.Cancelling);
        runner.Cancel();
        Assert.Equal(1, runner.Cancelling);
        await Expect.Throws<CancelledException>(runner);
        Assert.True(runner.IsCancelled);
    });

    [Fact]
    public void Run_AfterARequestSwallowedWithoutUncancel_TheRequestComesBack() => Loop.Run(async () =>
    {
        var reached = false;
        async Coro Runner()
        {
            await Expect.Throws<CancelledException>(Work.Forever());
            await Expect.Throws<ExceptionGroup>(
                TaskGroup.Run(async group => { group.CreateTask(Work.Fail(new Boom())); }));
            Assert.Equal(1, Coro.CurrentTask.Cancelling);
            reached = true;
            await Coro.Yield();
        }
        var runner = Coro.CreateTask(Runner());
        await Coro.Yield();
        runner.Cancel();
        await Expect.Throws<CancelledException>(runner);
        Assert.True(reached);
    });

    [Fact]
    public void Run_AfterARequestSwallowedAndUncancelled_NothingComesBack() => Loop.Run(async () =>
    {
        async Coro<int> Runner()
        {
            var me = Coro.CurrentTask;
            await Expect.Throws<CancelledException>(Work.Forever());
            Assert.Equal(0, me.Uncancel());
            await Expect.Throws<ExceptionGroup>(
                TaskGroup.Run(async group => { group.CreateTask(Work.Fail(new Boom())); }));
            await Coro.Yield();
            return me.Cancelling;
        }
        var runner = Coro.CreateTask(Runner());
        await Coro.Yield();
        runner.Cancel();
        Assert.Equal(0, await runner);
    });
}
