using Belay.Tests.Support;

namespace Belay.Tests.Interop;

/// <summary>A source of value tasks may be used again once its result was taken, so it must be taken exactly once.</summary>
public class ValueTaskSourceTests
{
    [Fact]
    public void Await_ThatEnds_TakesTheResultOnce() => Loop.Run(async () =>
    {
        var operation = new Operation();
        var task = Coro.CreateTask(Wait(operation));
        await Coro.Yield();
        Assert.Equal(0, operation.Consumed);
        operation.Finish(7);
        Assert.Equal(7, await task);
        Assert.Equal(1, operation.Consumed);
    });

    [Fact]
    public void Await_ThatFails_TakesTheResultOnce() => Loop.Run(async () =>
    {
        var operation = new Operation();
        var task = Coro.CreateTask(Wait(operation));
        await Coro.Yield();
        operation.Fail(new Boom());
        await Expect.Throws<Boom>(task);
        Assert.Equal(1, operation.Consumed);
    });

    [Fact]
    public void Cancel_ThenTheOperationEnds_TakesTheResultOnceAndNotBefore() => Loop.Run(async () =>
    {
        var operation = new Operation();
        var task = Coro.CreateTask(Wait(operation));
        await Coro.Yield();
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.Equal(0, operation.Consumed);
        operation.Finish(7);
        while (operation.Consumed == 0)
        {
            await Coro.Yield();
        }
        await Loop.Turns(3);
        Assert.Equal(1, operation.Consumed);
    });

    [Fact]
    public void Cancel_AfterTheOperationEnded_TakesTheResultOnce() => Loop.Run(async () =>
    {
        var operation = new Operation();
        var task = Coro.CreateTask(Wait(operation));
        await Coro.Yield();
        operation.Finish(7);
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        await Loop.Turns(3);
        Assert.Equal(1, operation.Consumed);
    });

    [Fact]
    public void CancelWithToken_ThenTheOperationEnds_TakesTheResultOnce() => Loop.Run(async () =>
    {
        var operation = new Operation();
        var task = Coro.CreateTask(WithToken());
        await Coro.Yield();
        task.Cancel();
        await Loop.Turns(3);
        Assert.Equal(0, operation.Consumed);
        operation.Finish(7);
        await Expect.Throws<CancelledException>(task);
        await Loop.Turns(3);
        Assert.Equal(1, operation.Consumed);

        async Coro<int> WithToken()
        {
            Assert.True(Coro.Token.CanBeCanceled);
            return await Wait(operation);
        }
    });

    static async Coro<int> Wait(Operation operation) => await operation.FromSource();
}
