using Belay.Tests.Support;

namespace Belay.Tests.Scheduling;

/// <summary>Sleeps longer than the timers that drivers set for themselves can be.</summary>
public class LongTimersTests
{
    static readonly TimeSpan _twoMonths = TimeSpan.FromDays(60);

    [Fact]
    public async Task Sleep_ForMonthsOnALoopThatBorrowsThreads_WaitsLikeAnyOther()
    {
        using var end = new CancellationTokenSource();
        var sleeping = new TaskCompletionSource();
        var run = Coro.RunAsync(SleepLong(sleeping), cancellationToken: end.Token);
        await HangGuard.Run(sleeping.Task);
        end.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => HangGuard.Run(run));
    }

    [Fact]
    public void Sleep_ForMonthsOnAThreadOfItsOwn_WaitsLikeAnyOther() => Loop.Run(CancelledFromOutside);

    [Fact]
    public void Sleep_ForMonthsOnAnotherTimeProvider_WaitsLikeAnyOther() =>
        Loop.Run(CancelledFromOutside, new RunOptions { TimeProvider = new Derived() });

    static async Coro SleepLong(TaskCompletionSource sleeping)
    {
        var sleeper = Coro.CreateTask(Coro.Sleep(_twoMonths));
        await Coro.Yield();
        // The loop goes to sleep in between, as the hop goes by another thread.
        await Task.Run(() => { });
        sleeping.SetResult();
        await sleeper;
    }

    static async Coro CancelledFromOutside()
    {
        var loop = EventLoop.Running;
        var sleeping = new TaskCompletionSource();
        var task = Coro.CreateTask(SleepLong(sleeping));
        _ = sleeping.Task.ContinueWith(_ => loop.CallSoonThreadSafe(() => task.Cancel()), TaskScheduler.Default);
        await Expect.Throws<CancelledException>(task);
    }

    /// <summary>The system's clock and timers, but not the instance that a loop may know.</summary>
    sealed class Derived : TimeProvider;
}
