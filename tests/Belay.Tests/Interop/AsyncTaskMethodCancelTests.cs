using Belay.Tests.Support;

namespace Belay.Tests.Interop;

/// <summary>Further requests to a task that waits in an ordinary async method, and its token there.</summary>
public class AsyncTaskMethodCancelTests
{
    readonly List<string> _log = [];

    [Fact]
    public void Cancel_DuringTheCleanUpBelow_InterruptsIt() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Outer());
        await Loop.Turns(2);
        task.Cancel("one");
        await Loop.Turns(3);
        Assert.Equal(["clean-up begins"], _log);
        task.Cancel("two");
        Assert.Equal("two", (await Expect.Throws<CancelledException>(task)).Message);
        Assert.Equal(["clean-up begins", "clean-up is interrupted"], _log);
        Assert.Equal(2, task.Cancelling);

        async Coro Outer() => await Method();

        async Task Method() => await Inner();

        async Coro Inner()
        {
            try
            {
                await Work.Forever();
            }
            finally
            {
                _log.Add("clean-up begins");
                try
                {
                    await Work.Forever();
                }
                finally
                {
                    _log.Add("clean-up is interrupted");
                }
            }
        }
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Cancel_AfterTheMethodSwallowedOne_IsDeliveredAgain(bool thenForeign) => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Outer());
        await Loop.Turns(2);
        task.Cancel("one");
        await Loop.Turns(3);
        Assert.Equal(["swallowed"], _log);
        Assert.False(task.IsDone);
        task.Cancel("two");
        Assert.Equal("two", (await Expect.Throws<CancelledException>(task)).Message);
        Assert.Equal(2, task.Cancelling);

        async Coro Outer() => await Method();

        async Task Method()
        {
            try
            {
                await Work.Forever();
            }
            catch (CancelledException)
            {
                _log.Add("swallowed");
            }
            if (thenForeign)
            {
                await new TaskCompletionSource().Task;
            }
            else
            {
                await Work.Forever();
            }
        }
    });

    [Fact]
    public void Cancel_SwallowedByTheMethodTwice_ItsValueCounts() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Outer());
        for (var i = 0; i < 2; i++)
        {
            await Loop.Turns(3);
            task.Cancel();
        }
        Assert.Equal(2, await task);
        Assert.Equal(2, task.Cancelling);

        static async Coro<int> Outer() => await Method();

        static async Task<int> Method()
        {
            var swallowed = 0;
            while (swallowed < 2)
            {
                try
                {
                    await Work.Forever();
                }
                catch (CancelledException)
                {
                    swallowed++;
                }
            }
            return swallowed;
        }
    });

    [Fact]
    public void Token_InTheMethodAndBelow_IsTheTasks() => Loop.Run(async () =>
    {
        await Coro.CreateTask(Outer());

        static async Coro Outer()
        {
            var tokens = new List<CancellationToken> { Coro.Token };
            await Method(tokens);
            Assert.Equal(3, tokens.Count);
            Assert.Single(tokens.Distinct());
        }

        static async Task Method(List<CancellationToken> tokens)
        {
            await Coro.Yield();
            tokens.Add(Coro.Token);
            tokens.Add(await Below());
        }

        static async Coro<CancellationToken> Below()
        {
            await Coro.Yield();
            return Coro.Token;
        }
    });

    [Fact]
    public void Cancel_WithTheTokenAskedForBelow_WaitsForTheOperation() => Loop.Run(async () =>
    {
        var operation = new Operation();
        var task = Coro.CreateTask(Outer());
        await Loop.Turns(2);
        task.Cancel();
        await Loop.Turns(5);
        Assert.False(task.IsDone);
        operation.Finish(7);
        await Expect.Throws<CancelledException>(task);
        Assert.True(task.IsCancelled);

        async Coro Outer() => await Method();

        async Task Method() => await Below();

        async Coro Below()
        {
            Assert.True(Coro.Token.CanBeCanceled);
            await operation.Task;
        }
    });

    [Fact]
    public void Cancel_OfATaskWithAMethodThatItDoesNotAwaitNow_LeavesTheMethodAlone() => Loop.Run(async () =>
    {
        var gate = new Future<int>();
        Task<int>? method = null;
        var task = Coro.CreateTask(Outer());
        await Loop.Turns(2);
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        gate.SetResult(5);
        Assert.Equal(5, await method!);

        async Coro Outer()
        {
            method = Method();
            await Work.Forever();
        }

        async Task<int> Method() => await Below();

        async Coro<int> Below() => await gate;
    });
}
