using Belay.Tests.Support;

namespace Belay.Tests.Interop;

/// <summary>Operations on tokens linked to the task's: what counts is why they ended.</summary>
public class LinkedTokenTests
{
    [Fact]
    public void Cancel_WithAnOperationOnALinkedToken_IsACancellation() => Loop.Run(async () =>
    {
        using var limit = new CancellationTokenSource();
        var task = Coro.CreateTask(Body(limit.Token));
        await Coro.Yield();
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.True(task.IsCancelled);
    });

    [Fact]
    public void LinkedSource_CancelledWithoutARequest_IsAFailure() => Loop.Run(async () =>
    {
        using var limit = new CancellationTokenSource();
        var task = Coro.CreateTask(Body(limit.Token));
        await Coro.Yield();
        limit.Cancel();
        await Expect.Throws<OperationCanceledException>(task);
        Assert.False(task.IsCancelled);
        Assert.IsAssignableFrom<OperationCanceledException>(task.Exception);
    });

    [Fact]
    public void OwnToken_ThrownWithoutARequest_IsACancellation() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Throw());
        await Expect.Throws<CancelledException>(task);
        Assert.True(task.IsCancelled);

        static async Coro Throw()
        {
            await Coro.Yield();
            throw new OperationCanceledException(Coro.Token);
        }
    });

    [Fact]
    public void Cancel_ThrownLaterByACheckOfTheToken_IsACancellation() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Check());
        await Expect.Throws<CancelledException>(task);
        Assert.True(task.IsCancelled);

        static async Coro Check()
        {
            Coro.CurrentTask.Cancel();
            Coro.Token.ThrowIfCancellationRequested();
            await Coro.CompletedCoro;
        }
    });

    [Fact]
    public void AnotherTasksToken_ThrownHere_IsAFailure() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Throw(Coro.Token));
        await Expect.Throws<OperationCanceledException>(task);
        Assert.False(task.IsCancelled);

        static async Coro Throw(CancellationToken others)
        {
            Assert.NotEqual(others, Coro.Token);
            await Coro.Yield();
            throw new OperationCanceledException(others);
        }
    });

    static async Coro Body(CancellationToken limit)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(Coro.Token, limit);
        await Task.Delay(Timeout.InfiniteTimeSpan, linked.Token);
    }
}
