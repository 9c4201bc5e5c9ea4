using Belay.Tests.Support;

namespace Belay.Tests.Interop.Foreign;

/// <summary>Cancelling a task that asked for its token: the await ends when the operation does.</summary>
public abstract partial class ForeignAwaitContract
{
    [Fact]
    public void CancelWithToken_OperationPending_WaitsForIt() => Loop.Run(async () =>
    {
        foreach (var shape in new[] { Plain, InCatch, Nested })
        {
            var operation = new Operation();
            var task = Coro.CreateTask(WithToken(shape, operation));
            await Coro.Yield();
            task.Cancel("stop");
            await Loop.Turns(5);
            Assert.False(task.IsDone);
            operation.Finish(7);
            Assert.Equal("stop", (await Expect.Throws<CancelledException>(task)).Message);
            Assert.True(task.IsCancelled);
        }
    });

    [Fact]
    public void CancelWithToken_OperationSucceeds_ThrowsAtThatAwait() => Loop.Run(async () =>
    {
        var operation = new Operation();
        var task = Coro.CreateTask(WithToken(pending => InTry(pending, _log), operation));
        await Coro.Yield();
        task.Cancel("stop");
        operation.Finish(7);
        Assert.Equal(-1, await task);
        Assert.Equal(["stop"], _log);
    });

    [Fact]
    public void CancelWithToken_OperationFails_ShowsItsOwnOutcome() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var operation = new Operation();
        var task = Coro.CreateTask(WithToken(Plain, operation));
        await Coro.Yield();
        task.Cancel();
        operation.Fail(boom);
        var seen = await Expect.Throws<Exception>(task);
        if (ThrowsFailures)
        {
            Assert.Same(boom, seen);
            Assert.False(task.IsCancelled);
        }
        else
        {
            Assert.IsType<CancelledException>(seen);
            Assert.True(task.IsCancelled);
        }
    });

    [Fact]
    public void CancelWithToken_OperationEndsCancelled_EndsTheTaskCancelled() => Loop.Run(async () =>
    {
        var operation = new Operation();
        var task = Coro.CreateTask(Body());
        await Coro.Yield();
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.True(task.IsCancelled);

        async Coro<int> Body()
        {
            var token = Coro.Token;
            using (token.UnsafeRegister(_ => operation.Fail(new OperationCanceledException(token)), null))
            {
                return await Plain(operation);
            }
        }
    });

    [Fact]
    public void CancelWithToken_OperationEndsInsideTheRequest_IsCancelledOnce() => Loop.Run(async () =>
    {
        var operation = new Operation();
        var next = new Operation();
        var task = Coro.CreateTask(Body());
        await Coro.Yield();
        task.Cancel();
        await Loop.Turns(3);
        Assert.False(task.IsDone);
        next.Finish(7);
        Assert.Equal(7, await task);
        Assert.Equal(1, task.Cancelling);

        async Coro<int> Body()
        {
            using (Coro.Token.UnsafeRegister(_ => operation.Finish(1000), null))
            {
                return await InLoop([operation, next]);
            }
        }
    });

    static async Coro<int> WithToken(Func<Operation, Coro<int>> shape, Operation operation)
    {
        Assert.True(Coro.Token.CanBeCanceled);
        return await shape(operation);
    }
}
