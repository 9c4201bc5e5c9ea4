using Belay.Tests.Support;

namespace Belay.Tests.Tasks;

/// <summary>What becomes of a task that catches its cancellation, or returns before it arrives.</summary>
public class SwallowTests
{
    [Fact]
    public void Swallow_AndReturn_EndsNormallyWithTheCountKept() => Loop.Run(async () =>
    {
        var first = new Future<int>();
        var second = new Future<int>();
        var task = Coro.CreateTask(Body());
        await Coro.Yield();
        first.SetResult(1);
        await Coro.Yield();
        task.Cancel();
        Assert.True(second.IsCancelled);
        Assert.Equal(42, await task);
        Assert.False(task.IsCancelled);
        Assert.Equal(1, task.Cancelling);

        async Coro<int> Body()
        {
            await first;
            try
            {
                return await second;
            }
            catch (CancelledException)
            {
                return 42;
            }
        }
    });

    [Fact]
    public void Swallow_AndGoOn_LaterAwaitsAreUndisturbed() => Loop.Run(async () =>
    {
        var gate = new Future<int>();
        var task = Coro.CreateTask(Body());
        await Coro.Yield();
        task.Cancel();
        await Loop.Turns(10);
        Assert.False(task.IsDone);
        gate.SetResult(7);
        Assert.Equal(7, await task);
        Assert.Equal(1, task.Cancelling);

        async Coro<int> Body()
        {
            try
            {
                await Work.Forever();
            }
            catch (CancelledException)
            {
                await Coro.Yield();
            }
            await Loop.Turns(3);
            return await gate;
        }
    });

    [Fact]
    public void Swallow_ThenAnotherRequest_IsDeliveredAgain() => Loop.Run(async () =>
    {
        var caught = 0;
        var task = Coro.CreateTask(Body());
        for (var i = 1; i <= 3; i++)
        {
            await Coro.Yield();
            task.Cancel();
            await Coro.Yield();
            Assert.Equal(i, caught);
            Assert.Equal(i, task.Cancelling);
        }
        await task;

        async Coro Body()
        {
            while (caught < 3)
            {
                try
                {
                    await Work.Forever();
                }
                catch (CancelledException)
                {
                    caught++;
                }
            }
        }
    });

    [Fact]
    public void Request_TwoBeforeDelivery_OneException() => Loop.Run(async () =>
    {
        var caught = 0;
        var task = Coro.CreateTask(Body());
        await Coro.Yield();
        task.Cancel();
        task.Cancel();
        Assert.Equal(2, task.Cancelling);
        await task;
        Assert.Equal(1, caught);
        Assert.Equal(2, task.Cancelling);

        async Coro Body()
        {
            try
            {
                await Work.Forever();
            }
            catch (CancelledException)
            {
                caught++;
            }
            await Loop.Turns(3);
        }
    });

    [Fact]
    public void Return_WithAnUndeliveredRequest_EndsCancelled() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Body());
        await Expect.Throws<CancelledException>(task);
        Assert.True(task.IsCancelled);
        Assert.False(task.Cancel());

        static async Coro<int> Body()
        {
            Coro.CurrentTask.Cancel();
            await Coro.CompletedCoro;
            return 12;
        }
    });

    [Fact]
    public void Return_WithAnUndeliveredRequestInAnEagerStep_EndsCancelled() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Body(), eager: true);
        Assert.True(task.IsDone);
        Assert.True(task.IsCancelled);
        await Coro.CompletedCoro;

        static async Coro<int> Body()
        {
            Coro.CurrentTask.Cancel();
            await Coro.CompletedCoro;
            return 12;
        }
    });

    [Fact]
    public void Finally_WithAwaits_IsInterruptedByAFurtherRequest() => Loop.Run(async () =>
    {
        var log = new List<string>();
        var task = Coro.CreateTask(Body());
        await Coro.Yield();
        task.Cancel("one");
        await Coro.Yield();
        task.Cancel("two");
        await task;
        Assert.Equal(["clean-up begins", "clean-up is interrupted", "two"], log);
        Assert.Equal(2, task.Cancelling);

        async Coro Body()
        {
            try
            {
                await CleanUpSlowly();
            }
            catch (CancelledException cancelled)
            {
                log.Add(cancelled.Message);
            }
        }

        async Coro CleanUpSlowly()
        {
            try
            {
                await Work.Forever();
            }
            finally
            {
                log.Add("clean-up begins");
                try
                {
                    await Work.Forever();
                }
                finally
                {
                    log.Add("clean-up is interrupted");
                }
            }
        }
    });

    [Theory]
    [InlineData("return")]
    [InlineData("failure")]
    [InlineData("cancellation")]
    public void Finally_WithAwaits_RunsToItsEndOnEveryExit(string exit) => Loop.Run(async () =>
    {
        var log = new List<string>();
        var task = Coro.CreateTask(Body());
        await Coro.Yield();
        task.Cancel();
        try
        {
            await task;
            log.Add("return");
        }
        catch (Boom)
        {
            log.Add("failure");
        }
        catch (CancelledException)
        {
            log.Add("cancellation");
        }
        Assert.Equal(["cleaned up", exit], log);

        async Coro Body()
        {
            try
            {
                await Work.Forever();
            }
            catch (CancelledException) when (exit == "return")
            {
                return;
            }
            catch (CancelledException) when (exit == "failure")
            {
                throw new Boom();
            }
            finally
            {
                await Loop.Turns(3);
                log.Add("cleaned up");
            }
        }
    });
}
