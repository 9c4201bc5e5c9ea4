using Belay.Tests.Support;
using static Belay.Tests.Support.Virtual;

namespace Belay.Tests.Structure;

/// <summary>What becomes of what a WaitFor waits for, when time is up and when it is cancelled itself.</summary>
public class WaitForCancelTests
{
    [Fact]
    public void WaitFor_TimeIsUp_CancelsTheTask() => Virtual.Run(async () =>
    {
        bool? running = null;
        var task = Coro.CreateTask(Run());
        var timeout = await Expect.Throws<TimeoutException>(Coro.WaitFor(task, Seconds(0.1)));
        Assert.True(task.IsCancelled);
        Assert.False(running);
        Assert.IsType<CancelledException>(timeout.InnerException);
        Assert.Equal(Seconds(0.1), EventLoop.Running.Time);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);

        async Coro<string> Run()
        {
            running = true;
            try
            {
                await Virtual.Sleep(1000);
            }
            finally
            {
                running = false;
            }
            return "done";
        }
    });

    [Fact]
    public void WaitFor_TimeIsUpOnACoroutine_CancelsIt() => Virtual.Run(async () =>
    {
        var cleanedUp = false;
        await Expect.Throws<TimeoutException>(Coro.WaitFor(Work.CleanUpWhenCancelled(3, () => cleanedUp = true), Seconds(1)));
        Assert.True(cleanedUp);
        Assert.Equal(0, Coro.CurrentTask.Cancelling);
    });

    [Fact]
    public void WaitFor_TimeIsUpOnAFuture_CancelsIt() => Virtual.Run(async () =>
    {
        var future = new Future<int>();
        await Expect.Throws<TimeoutException>(Coro.WaitFor(future, Seconds(1)));
        Assert.True(future.IsCancelled);
    });

    [Fact]
    public void WaitFor_TimeIsUpOnAGather_CancelsItsParts() => Virtual.Run(async () =>
    {
        CoroTask a = Coro.CreateTask(Work.Forever()), b = Coro.CreateTask(Virtual.Sleep(10));
        await Expect.Throws<TimeoutException>(Coro.WaitFor(Coro.Gather(a, b), Seconds(1)));
        Assert.True(a.IsCancelled);
        Assert.True(b.IsCancelled);
    });

    [Fact]
    public void WaitFor_CleanUpTakesTime_WaitsForIt() => Virtual.Run(async () =>
    {
        var done = false;
        var task = Coro.CreateTask(Run());
        var timeout = await Expect.Throws<TimeoutException>(Coro.WaitFor(task, Seconds(1)));
        Assert.True(done);
        Assert.IsType<CancelledException>(timeout.InnerException);
        Assert.Equal(Seconds(4), EventLoop.Running.Time);

        async Coro Run()
        {
            try
            {
                await Virtual.Sleep(10);
            }
            catch (CancelledException)
            {
                await Virtual.Sleep(3);
                throw;
            }
            finally
            {
                done = true;
            }
        }
    });

    [Fact]
    public void WaitFor_ValueInSpiteOfTheCancel_IsReturned() => Virtual.Run(async () =>
    {
        Assert.Equal(42, await Coro.WaitFor(Swallow(), Seconds(0.1)));
        Assert.Equal(42, await Coro.WaitFor(Coro.CreateTask(Swallow()), Seconds(0.1)));
        Assert.Equal(0, Coro.CurrentTask.Cancelling);

        static async Coro<int> Swallow()
        {
            try
            {
                await Virtual.Sleep(10);
            }
            catch (CancelledException)
            {
                return 42;
            }
            return 0;
        }
    });

    [Fact]
    public void WaitFor_FailsInsteadOfEndingCancelled_ThrowsThat() => Virtual.Run(async () =>
    {
        var boom = new Boom();
        Assert.Same(boom, await Expect.Throws<Boom>(Coro.WaitFor(Work.FailWhenCancelled(boom), Seconds(1))));
        Assert.Same(boom, await Expect.Throws<Boom>(Coro.WaitFor((Coro)Coro.CreateTask(Work.FailWhenCancelled(boom)), Seconds(1))));
    });

    [Fact]
    public void WaitFor_CancelledItselfInTime_LetsThatThrough() => Virtual.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Forever());
        var wait = Coro.CreateTask(Coro.WaitFor(task, Seconds(10)));
        await Loop.Turns(2);
        task.Cancel("inner");
        Assert.Equal("inner", (await Expect.Throws<CancelledException>(wait)).Message);
    });

    [Theory]
    [InlineData(null)]
    [InlineData(60.0)]
    public void Cancel_WaitFor_CancelsWhatItWaitsFor(double? seconds) => Virtual.Run(async () =>
    {
        TimeSpan? limit = seconds is { } value ? Seconds(value) : null;
        var task = Coro.CreateTask(Work.Forever());
        var wait = Coro.CreateTask(Coro.WaitFor(task, limit));
        EventLoop.Running.CallSoon(() => wait.Cancel());
        await Expect.Throws<CancelledException>(wait);
        Assert.True(task.IsCancelled);
        Assert.True(wait.IsCancelled);
        Assert.Equal(0, EventLoop.Running.TimerCount);
    });

    [Fact]
    public void Cancel_WaitForOfWorkThatIgnoresIt_WaitsForItsEnd() => Virtual.Run(async () =>
    {
        var exited = false;
        var wait = Coro.CreateTask(Coro.WaitFor(Stubborn(), Seconds(4)));
        await Coro.Yield();
        wait.Cancel();
        await Coro.Wait([wait]);
        Assert.True(exited);
        Assert.False(wait.IsCancelled);

        async Coro Stubborn()
        {
            var end = EventLoop.Running.Time + Seconds(2);
            while (end - EventLoop.Running.Time is var left && left > TimeSpan.Zero)
            {
                try
                {
                    await Coro.Sleep(left);
                }
                catch (CancelledException)
                {
                }
            }
            exited = true;
        }
    });

    [Fact]
    public void WaitFor_WorkThatIgnoresTheCancel_ReturnsAtItsEnd() => Virtual.Run(async () =>
    {
        var exited = false;
        await Coro.WaitFor(Stubborn(), Seconds(1));
        Assert.True(exited);
        Assert.Equal(Seconds(3), EventLoop.Running.Time);

        async Coro Stubborn()
        {
            try
            {
                await Virtual.Sleep(3);
            }
            catch (CancelledException)
            {
                await Virtual.Sleep(2);
            }
            exited = true;
        }
    });

    [Fact]
    public void Cancel_TaskWhoseInnerIsDone_IsDeliveredAndTheInnerKeepsItsResult() => Virtual.Run(async () =>
    {
        var inner = Coro.CreateTask(Work.Return("done"));
        var reachedEnd = false;
        var task = Coro.CreateTask(Wait());
        await Coro.Yield();
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.Equal("done", await inner);
        Assert.False(reachedEnd);

        async Coro Wait()
        {
            await Coro.WaitFor(inner, Seconds(100));
            await Virtual.Sleep(1);
            reachedEnd = true;
        }
    });

    [Fact]
    public void WaitFor_DueInTheTurnTheResultComes_TheCancelWins() => Virtual.Run(async () =>
    {
        // The limit's timer was set first, so it is the first to be due.
        await Expect.Throws<TimeoutException>(Coro.WaitFor(Virtual.Sleep(1), Seconds(1)));
    });

    [Fact]
    public void WaitFor_InAnAsyncTaskMethod_CancelsThroughIt() => Virtual.Run(async () =>
    {
        await Expect.Throws<TimeoutException>(Coro.WaitFor(Bridge(), Seconds(1)));

        static async Coro Bridge() => await Method();

        static async Task Method() => await Work.Forever();
    });

    [Fact]
    public void WaitFor_TaskOfDotNet_IsLeft() => Virtual.Run(async () =>
    {
        var operation = new TaskCompletionSource();
        await Expect.Throws<TimeoutException>(Coro.WaitFor(Wait(), Seconds(1)));
        operation.SetResult();

        async Coro Wait() => await operation.Task;
    });
}
