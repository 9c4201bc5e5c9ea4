using Belay.Tests.Support;

namespace Belay.Tests.Interop.Foreign;

/// <summary>Cancelling a task that never asked for its token: at once, at that await, and the operation is left behind.</summary>
public abstract partial class ForeignAwaitContract
{
    [Fact]
    public void Cancel_Pending_EndsTheTaskAndNotTheOperation() => Loop.Run(async () =>
    {
        foreach (var shape in new[] { Plain, InCatch, Nested, operation => InFinally(operation, _log) })
        {
            var operation = new Operation();
            var task = Coro.CreateTask(shape(operation));
            await Coro.Yield();
            Assert.True(task.Cancel("stop"));
            Assert.Equal("stop", (await Expect.Throws<CancelledException>(task)).Message);
            Assert.True(task.IsCancelled);
            Assert.Equal(1, task.Cancelling);
            Assert.False(operation.Task.IsCompleted);
        }
    });

    [Fact]
    public void Cancel_Pending_TakesOneTurn() => Loop.Run(async () =>
    {
        var operation = new Operation();
        var task = Coro.CreateTask(Plain(operation));
        await Coro.Yield();
        task.Cancel();
        Assert.False(task.IsDone);
        await Coro.Yield();
        Assert.True(task.IsCancelled);
    });

    [Fact]
    public void Cancel_InFinally_RunsTheClause() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(InFinally(new Operation(), _log));
        await Coro.Yield();
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.Equal(["finally"], _log);
    });

    [Fact]
    public void Cancel_InTry_IsCaughtThere() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(InTry(new Operation(), _log));
        await Coro.Yield();
        task.Cancel("stop");
        Assert.Equal(-1, await task);
        Assert.Equal(["stop"], _log);
        Assert.Equal(1, task.Cancelling);
    });

    [Fact]
    public void Cancel_InNestedFrames_UnwindsThemOutwards() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Outer());
        await Coro.Yield();
        task.Cancel();
        Assert.Equal(-2, await task);
        Assert.Equal(["finally", "within", "outer"], _log);

        async Coro<int> Outer()
        {
            try
            {
                return await Middle();
            }
            catch (CancelledException)
            {
                _log.Add("outer");
                return -2;
            }
        }

        async Coro<int> Middle()
        {
            try
            {
                return await Passing();
            }
            finally
            {
                _log.Add("within");
            }
        }

        async Coro<int> Passing() => await InFinally(new Operation(), _log);
    });

    [Fact]
    public void Cancel_InALoop_DisturbsOnlyThatRound() => Loop.Run(async () =>
    {
        var operations = Enumerable.Range(0, 5).Select(_ => new Operation()).ToList();
        var begun = 0;
        var task = Coro.CreateTask(InLoop(CountingRounds()));
        for (var i = 0; i < operations.Count; i++)
        {
            while (begun <= i)
            {
                await Coro.Yield();
            }
            if (i % 2 == 1)
            {
                task.Cancel();
            }
            else
            {
                operations[i].Finish(7);
            }
        }
        Assert.Equal(3 * 7, await task);
        Assert.Equal(2, task.Cancelling);
        Assert.False(operations[1].Task.IsCompleted);

        IEnumerable<Operation> CountingRounds()
        {
            foreach (var operation in operations)
            {
                begun++;
                yield return operation;
            }
        }
    });

    [Fact]
    public void Cancel_ThenTheAbandonedOperationEnds_DisturbsNobody() => Loop.Run(async () =>
    {
        var abandoned = new Operation();
        var next = new Operation();
        var task = Coro.CreateTask(InLoop([abandoned, next]));
        await Coro.Yield();
        task.Cancel();
        await Loop.Turns(2);
        abandoned.Finish(1000);
        await Loop.Turns(3);
        Assert.False(task.IsDone);
        next.Finish(7);
        Assert.Equal(7, await task);
    });

    [Fact]
    public void Cancel_AfterTheOperationEndedButBeforeResuming_DropsTheValue() => Loop.Run(async () =>
    {
        foreach (var shape in new[] { Plain, InCatch, Nested })
        {
            var operation = new Operation();
            var task = Coro.CreateTask(shape(operation));
            await Coro.Yield();
            operation.Finish(7);
            Assert.True(task.Cancel());
            await Expect.Throws<CancelledException>(task);
            Assert.True(task.IsCancelled);
        }
    });

    [Fact]
    public void Cancel_RequestedBefore_ArrivesAtThePendingAwait() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Body());
        Assert.Equal(-1, await task);
        Assert.Equal(["early"], _log);

        async Coro<int> Body()
        {
            Coro.CurrentTask.Cancel("early");
            return await InTry(new Operation(), _log);
        }
    });

    [Fact]
    public void Cancel_Twice_ThrowsOnce() => Loop.Run(async () =>
    {
        var second = new Operation();
        var task = Coro.CreateTask(InLoop([new Operation(), second]));
        await Coro.Yield();
        task.Cancel();
        task.Cancel();
        await Loop.Turns(3);
        Assert.False(task.IsDone);
        second.Finish(7);
        Assert.Equal(7, await task);
        Assert.Equal(2, task.Cancelling);
    });
}
