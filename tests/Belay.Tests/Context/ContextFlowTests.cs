using Belay.Tests.Support;

namespace Belay.Tests.Context;

/// <summary>Which task, coroutine or callback sees which value. Each fact holds for a ContextVar and for an AsyncLocal.</summary>
public abstract class ContextFlowTests
{
    /// <summary>The variable under test; 0 until set.</summary>
    protected abstract int Value { get; set; }

    [Fact]
    public void Main_SeesItsCallersValueAndKeepsItsOwn()
    {
        HangGuard.Run(() =>
        {
            Value = 1;
            async Coro<int> Main()
            {
                var seen = Value;
                Value = 2;
                await Coro.Yield();
                Assert.Equal(2, Value);
                return seen;
            }
            Assert.Equal(1, Coro.Run(Main(), new RunOptions { HandleSignals = false }));
            Assert.Equal(1, Value);
        });
    }

    [Fact]
    public void AwaitedCoroutine_ItsValueIsSeenByTheCaller() => Loop.Run(async () =>
    {
        async Coro SetAtOnce() => Value = 1;
        async Coro SetLater()
        {
            await Coro.Yield();
            Value = 2;
        }
        async Coro SetDeeper()
        {
            await SetLater();
            Value++;
            await Coro.Yield();
        }
        await SetAtOnce();
        Assert.Equal(1, Value);
        await SetLater();
        Assert.Equal(2, Value);
        await SetDeeper();
        Assert.Equal(3, Value);
    });

    [Fact]
    public void AwaitedCoroutine_SeesTheCallersValueAtTheAwait() => Loop.Run(async () =>
    {
        var seen = 0;
        async Coro Look() => seen = Value;
        Value = 1;
        var coroutine = Look();
        Value = 2;
        await coroutine;
        Assert.Equal(2, seen);
    });

    [Fact]
    public void AwaitedCoroutine_FailsOrIsCaught_ItsValueIsSeenAllTheSame() => Loop.Run(async () =>
    {
        async Coro SetAndFail()
        {
            await Coro.Yield();
            Value = 1;
            throw new Boom();
        }
        await Expect.Throws<Boom>(SetAndFail());
        Assert.Equal(1, Value);
    });

    [Fact]
    public void Task_SeesItsCreatorsValueOfWhenItWasCreated() => Loop.Run(async () =>
    {
        async Coro<int> Look()
        {
            await Coro.Yield();
            return Value;
        }
        Value = 1;
        var task = Coro.CreateTask(Look());
        Value = 2;
        Assert.Equal(1, await task);
        Assert.Equal(2, Value);
    });

    [Fact]
    public void Task_ItsValueIsNotSeenByItsCreator() => Loop.Run(async () =>
    {
        async Coro SetInATask()
        {
            await Coro.Yield();
            Value = 9;
        }
        Value = 1;
        await Coro.CreateTask(SetInATask());
        Assert.Equal(1, Value);
    });

    [Fact]
    public void Task_Eager_ItsValueIsNotSeenByItsCreator() => Loop.Run(async () =>
    {
        var seen = new List<int>();
        async Coro SetInATask()
        {
            seen.Add(Value);
            Value = 9;
            await Coro.Yield();
            seen.Add(Value);
        }
        Value = 1;
        var task = Coro.CreateTask(SetInATask(), eager: true);
        Assert.Equal(1, Value);
        await task;
        Assert.Equal(1, Value);
        Assert.Equal([1, 9], seen);
    });

    [Fact]
    public void Task_OfATask_InheritsFromItsCreatorOnly() => Loop.Run(async () =>
    {
        async Coro<int> Look() => Value;
        async Coro<int> Middle()
        {
            Value = 2;
            return await Coro.CreateTask(Look());
        }
        Value = 1;
        Assert.Equal(2, await Coro.CreateTask(Middle()));
        Assert.Equal(1, Value);
    });

    [Fact]
    public void Tasks_TakingTurns_KeepTheirValuesApart() => Loop.Run(async () =>
    {
        async Coro Keep(int mine)
        {
            Value = mine;
            for (var i = 0; i < 5; i++)
            {
                await Coro.Yield();
                Assert.Equal(mine, Value);
            }
        }
        Value = -1;
        await TaskGroup.Run(async group =>
        {
            for (var i = 0; i < 5; i++)
            {
                group.CreateTask(Keep(i));
            }
        });
        Assert.Equal(-1, Value);
    });

    [Fact]
    public void GroupsBody_IsTheCallersContext() => Loop.Run(async () =>
    {
        var child = 0;
        async Coro Look() => child = Value;
        await TaskGroup.Run(async group =>
        {
            Value = 3;
            group.CreateTask(Look());
            Value = 4;
            await Coro.Yield();
        });
        Assert.Equal(3, child);
        Assert.Equal(4, Value);
    });

    [Fact]
    public void Callback_SeesTheValueOfWhenItWasScheduledAndKeepsItsOwn() => Loop.Run(async () =>
    {
        var seen = new List<int>();
        Value = 1;
        EventLoop.Running.CallSoon(() =>
        {
            seen.Add(Value);
            Value = 9;
        });
        EventLoop.Running.CallLater(TimeSpan.Zero, () => seen.Add(Value));
        Value = 2;
        await Loop.Turns(3);
        Assert.Equal([1, 1], seen);
        Assert.Equal(2, Value);
    });

    [Fact]
    public void DoneCallback_SeesTheValueOfWhenItWasAdded() => Loop.Run(async () =>
    {
        var seen = 0;
        var future = new Future<int>();
        Value = 1;
        future.AddDoneCallback(_ => seen = Value);
        Value = 2;
        future.SetResult(0);
        await Coro.Yield();
        Assert.Equal(1, seen);
    });

    [Fact]
    public void Task_MadeInACallback_InheritsTheCallbacksValue() => Loop.Run(async () =>
    {
        async Coro<int> Look() => Value;
        var made = new Future<CoroTask<int>>();
        Value = 1;
        EventLoop.Running.CallSoon(() =>
        {
            Value = 5;
            made.SetResult(Coro.CreateTask(Look()));
        });
        Value = 2;
        Assert.Equal(5, await await made);
    });

    [Fact]
    public void ForeignAwait_KeepsTheTasksValue() => Loop.Run(async () =>
    {
        Value = 1;
        await Task.Yield();
        Assert.Equal(1, Value);
        await Task.Run(() => { }).ConfigureAwait(false);
        Assert.Equal(1, Value);
        Value = 2;
        await Task.Run(() => { });
        Assert.Equal(2, Value);
    });

    [Fact]
    public void ForeignAwait_AfterAnInlineCoroutineChangedTheValue_KeepsTheChange() => Loop.Run(async () =>
    {
        async Coro SetAroundAForeignAwait()
        {
            Value = 1;
            await Task.Run(() => { });
            Value++;
        }
        await SetAroundAForeignAwait();
        Assert.Equal(2, Value);
    });

    [Fact]
    public void TaskMethod_CalledFromATask_SeesItsValueAndKeepsItsOwn() => Loop.Run(async () =>
    {
        async Task<int> Foreign()
        {
            await Task.Yield();
            var seen = Value;
            Value = 9;
            return seen;
        }
        Value = 1;
        Assert.Equal(1, await Foreign());
        Assert.Equal(1, Value);
    });

    [Fact]
    public void PoolThread_StartedFromATask_SeesItsValue() => Loop.Run(async () =>
    {
        Value = 6;
        Assert.Equal(6, await Task.Run(() => Value));
    });

    [Fact]
    public void CancelledTask_CleanUpSeesItsOwnValue() => Loop.Run(async () =>
    {
        var seen = 0;
        async Coro Child()
        {
            Value = 5;
            try
            {
                await Work.Forever();
            }
            finally
            {
                seen = Value;
            }
        }
        Value = 1;
        var task = Coro.CreateTask(Child());
        await Coro.Yield();
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.Equal(5, seen);
        Assert.Equal(1, Value);
    });

    [Fact]
    public void FutureSetByAnotherTask_AwaiterKeepsItsOwnValue() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        async Coro SetFuture()
        {
            Value = 9;
            future.SetResult(0);
        }
        Value = 1;
        Coro.CreateTask(SetFuture());
        await future;
        Assert.Equal(1, Value);
    });

    [Fact]
    public async Task RunAsync_MainSeesItsCallersValueAndKeepsItsOwn()
    {
        Value = 1;
        async Coro<int> Main()
        {
            var seen = Value;
            Value = 2;
            await Task.Run(() => { });
            Assert.Equal(2, Value);
            return seen;
        }
        Assert.Equal(1, await HangGuard.Run(Coro.RunAsync(Main())));
        Assert.Equal(1, Value);
    }
}
