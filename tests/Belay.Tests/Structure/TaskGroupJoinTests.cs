using Belay.Tests.Support;

namespace Belay.Tests.Structure;

/// <summary>Groups in which nothing goes wrong: who is waited for, and for how many turns.</summary>
public class TaskGroupJoinTests
{
    [Fact]
    public void Run_TwoChildren_WaitsForBoth() => Loop.Run(async () =>
    {
        CoroTask<int>? first = null;
        CoroTask<int>? second = null;
        await TaskGroup.Run(async group =>
        {
            first = group.CreateTask(Work.Return(42, turns: 1));
            second = group.CreateTask(Work.Return(11, turns: 5));
        });
        Assert.Equal(42, first!.Result);
        Assert.Equal(11, second!.Result);
    });

    [Fact]
    public void Run_ChildAddedAfterTheBodyWaited_WaitsForBoth() => Loop.Run(async () =>
    {
        CoroTask<int>? first = null;
        CoroTask<int>? second = null;
        await TaskGroup.Run(async group =>
        {
            first = group.CreateTask(Work.Return(42, turns: 1));
            await Loop.Turns(4);
            Assert.True(first.IsDone);
            second = group.CreateTask(Work.Return(11, turns: 3));
        });
        Assert.Equal(42, first!.Result);
        Assert.Equal(11, second!.Result);
    });

    [Fact]
    public void Run_ChildCancelledByTheBody_OthersFinish() => Loop.Run(async () =>
    {
        CoroTask? cancelled = null;
        CoroTask<int>? other = null;
        await TaskGroup.Run(async group =>
        {
            cancelled = group.CreateTask(Work.Forever());
            await Loop.Turns(2);
            cancelled.Cancel();
            other = group.CreateTask(Work.Return(11, turns: 3));
        });
        Assert.True(cancelled!.IsCancelled);
        Assert.Equal(11, other!.Result);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void Run_ChildCancelledBeforeItsFirstStep_NeverRunsAndDisturbsNobody() => Loop.Run(async () =>
    {
        var ran = false;
        async Coro Child()
        {
            ran = true;
            await Coro.Yield();
        }
        CoroTask? cancelled = null;
        CoroTask<int>? other = null;
        await TaskGroup.Run(async group =>
        {
            cancelled = group.CreateTask(Child());
            cancelled.Cancel();
            other = group.CreateTask(Work.Return(1, turns: 2));
        });
        Assert.False(ran);
        Assert.True(cancelled!.IsCancelled);
        Assert.Equal(1, other!.Result);
    });

    [Fact]
    public void Run_ChildThrowsCancelledItself_IsSilent() => Loop.Run(async () =>
    {
        CoroTask? child = null;
        CoroTask<int>? other = null;
        await TaskGroup.Run(async group =>
        {
            child = group.CreateTask(Work.Fail(new CancelledException()));
            other = group.CreateTask(Work.Return(1, turns: 3));
        });
        Assert.True(child!.IsCancelled);
        Assert.Equal(1, other!.Result);
    });

    [Fact]
    public void Run_BodyWithAResult_ReturnsItAfterTheChildren() => Loop.Run(async () =>
    {
        CoroTask? child = null;
        var result = await TaskGroup.Run(async group =>
        {
            child = group.CreateTask(Work.Return(0, turns: 3));
            return "body";
        });
        Assert.Equal("body", result);
        Assert.True(child!.IsDone);
    });

    [Fact]
    public void Run_BodyAwaitsChild_GetsItsResult() => Loop.Run(async () =>
    {
        var sum = await TaskGroup.Run(async group =>
        {
            var first = group.CreateTask(Work.Return(40, turns: 2));
            var second = group.CreateTask(Work.Return(2));
            return await first + await second;
        });
        Assert.Equal(42, sum);
    });

    [Fact]
    public void Run_NotAwaited_RunsNothing() => Loop.Run(async () =>
    {
        var ran = false;
        var group = TaskGroup.Run(async group => { ran = true; });
        await Loop.Turns(2);
        Assert.False(ran);
        await group;
        Assert.True(ran);
    });

    [Fact]
    public void Run_Body_RunsInTheCallersTask() => Loop.Run(async () =>
    {
        var caller = Coro.CurrentTask;
        await TaskGroup.Run(async group => Assert.Same(caller, Coro.CurrentTask));
    });

    [Fact]
    public void Run_NoChildren_TakesNoTurn() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        await TaskGroup.Run(async group => { });
        Assert.Equal(0, turns.Count);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void Run_ChildOfSomeTurns_TakesThreeMore(int childTurns) => Loop.Run(async () =>
    {
        // One for the child's step, one for its done-callback, one for the wake-up of the parent.
        using var turns = new TurnCounter();
        await TaskGroup.Run(async group => { group.CreateTask(Work.Return(0, childTurns)); });
        Assert.Equal(childTurns + 3, turns.Count);
    });

    [Fact]
    public void Run_ChildAwaitedByTheBody_TakesNoTurnAtTheEnd() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        await TaskGroup.Run(async group => { await group.CreateTask(Work.Return(0)); });
        Assert.Equal(2, turns.Count);
    });

    [Fact]
    public void CreateTask_Children_StartInOrderInTheNextTurn() => Loop.Run(async () =>
    {
        var started = new List<int>();
        async Coro Child(int number)
        {
            started.Add(number);
            await Coro.Yield();
        }
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Child(1));
            group.CreateTask(Child(2));
            group.CreateTask(Child(3));
            Assert.Empty(started);
            await Coro.Yield();
            Assert.Equal([1, 2, 3], started);
        });
    });

    [Fact]
    public void CreateTask_FromAChildWhileTheGroupWaits_IsWaitedFor() => Loop.Run(async () =>
    {
        var finished = 0;
        async Coro Leaf(int turns)
        {
            await Loop.Turns(turns);
            finished++;
        }
        async Coro Root(TaskGroup group)
        {
            await Loop.Turns(3);
            group.CreateTask(Leaf(1));
            group.CreateTask(Leaf(4));
        }
        await TaskGroup.Run(async group => { group.CreateTask(Root(group)); });
        Assert.Equal(2, finished);
    });

    [Fact]
    public void CreateTask_ManyDuringTheBody_AreAllDoneWhenItReturns() => Loop.Run(async () =>
    {
        var children = new List<CoroTask>();
        await TaskGroup.Run(async group =>
        {
            for (var i = 0; i < 10; i++)
            {
                await Coro.Yield();
                children.Add(group.CreateTask(Work.Return(i, turns: 3)));
            }
            Assert.True(children[0].IsDone);
            Assert.False(children[9].IsDone);
        });
        Assert.All(children, child => Assert.True(child.IsDone));
    });

    [Fact]
    public void CreateTask_Name_IsTheTasks() => Loop.Run(() => TaskGroup.Run(async group =>
    {
        Assert.Equal("plain", group.CreateTask(Work.Forever(), "plain").Name);
        Assert.Equal("typed", group.CreateTask(Work.Return(1), "typed").Name);
        Assert.Equal("eager", group.CreateTask(Work.Return(1), "eager", eager: true).Name);
        group.Cancel();
    }));

    [Fact]
    public void Run_FromABareCallback_Throws() => Loop.Run(async () =>
    {
        var ran = false;
        var outcome = new Future<Exception?>();
        async Task WithoutTask()
        {
            try
            {
                await TaskGroup.Run(async group => { ran = true; });
                outcome.SetResult(null);
            }
            catch (Exception error)
            {
                outcome.SetResult(error);
            }
        }
        EventLoop.Running.CallSoon(() => { _ = WithoutTask(); });
        Assert.IsType<InvalidOperationException>(await outcome);
        Assert.False(ran);
    });
}
