using Belay.Tests.Support;

namespace Belay.Tests.Interop;

/// <summary>An OperationCanceledException that nobody asked for is a failure: HttpClient reports its time-outs like that.</summary>
public class HttpClientLikeTimeoutTests
{
    [Fact]
    public void Await_EndsInATaskCanceledException_IsAFailure() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Request());
        var failure = await Expect.Throws<TaskCanceledException>(task);
        Assert.IsType<TimeoutException>(failure.InnerException);
        Assert.False(task.IsCancelled);
        Assert.Same(failure, task.Exception);
    });

    [Fact]
    public void Await_OfACancelledForeignTask_IsAFailure() => Loop.Run(async () =>
    {
        var source = new TaskCompletionSource();
        var task = Coro.CreateTask(Wait(source.Task));
        await Coro.Yield();
        source.SetCanceled();
        await Expect.Throws<TaskCanceledException>(task);
        Assert.False(task.IsCancelled);

        static async Coro Wait(Task what) => await what;
    });

    [Fact]
    public void Throw_OfAPlainOperationCanceledException_IsAFailure() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Fail(new OperationCanceledException("mine"), turns: 1));
        Assert.Equal("mine", (await Expect.Throws<OperationCanceledException>(task)).Message);
        Assert.False(task.IsCancelled);
    });

    [Fact]
    public void Child_TimesOutLikeThat_FailsItsGroup() => Loop.Run(async () =>
    {
        var sibling = new Future<int>();
        var failure = await Expect.Throws<ExceptionGroup>(TaskGroup.Run(async group =>
        {
            group.CreateTask(Request());
            group.CreateTask(Wait());
            await Coro.Yield();
        }));
        Assert.IsType<TaskCanceledException>(Assert.Single(failure.InnerExceptions));
        Assert.True(sibling.IsCancelled);

        async Coro Wait() => await sibling;
    });

    [Fact]
    public void Detached_TimesOutLikeThatAndNobodyLooks_IsReported()
    {
        var errors = Loop.RunCollectingErrors(async () =>
        {
            var task = Coro.CreateTask(Request());
            while (!task.IsDone)
            {
                await Coro.Yield();
            }
        });
        Assert.IsType<TaskCanceledException>(Assert.Single(errors).Exception);
    }

    [Fact]
    public void Main_TimesOutLikeThat_ThrowsItFromRun() => Loop.Fails<TaskCanceledException>(Request);

    [Fact]
    public void Await_EndsLikeThatWhileARequestIsPending_IsACancellation() => Loop.Run(async () =>
    {
        var operation = new Operation();
        var task = Coro.CreateTask(Body());
        await Coro.Yield();
        task.Cancel();
        operation.Fail(new TaskCanceledException("of its own accord"));
        await Expect.Throws<CancelledException>(task);
        Assert.True(task.IsCancelled);

        async Coro Body()
        {
            Assert.False(Coro.Token.IsCancellationRequested);
            await operation.Task;
        }
    });

    static async Coro Request()
    {
        var response = new TaskCompletionSource();
        EventLoop.Running.CallSoon(() => response.SetException(new TaskCanceledException("timed out", new TimeoutException())));
        await response.Task;
    }
}
