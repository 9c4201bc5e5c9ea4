using Belay.Tests.Support;

namespace Belay.Tests.Interop.Foreign;

/// <summary>What becomes of an operation that a cancelled task left behind.</summary>
public abstract partial class ForeignAwaitContract
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Abandoned_ThatFails_IsReported(bool onAnotherThread)
    {
        var boom = new Boom();
        var errors = new List<Exception?>();
        var reported = new TaskCompletionSource();
        HangGuard.Run(() => Coro.Run(Main(), new RunOptions { HandleSignals = false, ErrorHandler = Report }));
        Assert.Equal(ThrowsFailures ? [boom] : [], errors);

        async Coro Main()
        {
            var operation = new Operation();
            var task = Coro.CreateTask(Plain(operation));
            await Coro.Yield();
            task.Cancel();
            await Expect.Throws<CancelledException>(task);
            if (onAnotherThread)
            {
                ThreadPool.UnsafeQueueUserWorkItem(_ => operation.Fail(boom), null);
            }
            else
            {
                operation.Fail(boom);
            }
            if (ThrowsFailures)
            {
                await reported.Task;
            }
            await Expect.Throws<Boom>(OutcomeOf(operation));
            await Loop.Turns(3);
        }

        void Report(LoopError error)
        {
            errors.Add(error.Exception);
            reported.SetResult();
        }

        static async Coro OutcomeOf(Operation operation) => await operation.Task;
    }

    [Fact]
    public void Abandoned_ThatSucceeds_IsNotHeardOf() => Loop.Run(async () =>
    {
        var operation = new Operation();
        var task = Coro.CreateTask(InFinally(operation, _log));
        await Coro.Yield();
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        operation.Finish(7);
        await Loop.Turns(3);
        Assert.Equal(["finally"], _log);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Abandoned_ThatEndsAfterTheLoop_HarmsNobody(bool fails)
    {
        var operation = new Operation();
        Loop.Run(async () =>
        {
            var task = Coro.CreateTask(Plain(operation));
            await Coro.Yield();
            task.Cancel();
            await Expect.Throws<CancelledException>(task);
        });
        if (fails)
        {
            operation.Fail(new Boom());
        }
        else
        {
            operation.Finish(7);
        }
        Loop.Run(async () => Assert.Equal(7, await Plain(Ended())));
    }

    [Fact]
    public void Abandoned_ByShutdown_LetsTheLoopEnd()
    {
        Loop.Run(async () =>
        {
            _ = Coro.CreateTask(InFinally(new Operation(), _log));
            await Coro.Yield();
        });
        Assert.Equal(["finally"], _log);
    }

    static Operation Ended()
    {
        var operation = new Operation();
        operation.Finish(7);
        return operation;
    }
}
