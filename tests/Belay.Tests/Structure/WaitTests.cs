using Belay.Tests.Support;
using static Belay.Tests.Support.Virtual;

namespace Belay.Tests.Structure;

public class WaitTests
{
    [Fact]
    public void Wait_All_ReturnsWhenAllAreDone() => Virtual.Run(async () =>
    {
        CoroTask<int> a = Start(1, 0.1), b = Start(2, 0.15);
        var (done, pending) = await Coro.Wait([b, a]);
        Assert.Equal(Set(a, b), done);
        Assert.Empty(pending);
        Assert.Equal(Seconds(0.15), EventLoop.Running.Time);
    });

    [Fact]
    public void Wait_Again_TakesTheSetsThatCameOut() => Virtual.Run(async () =>
    {
        CoroTask<int> a = Start(1, 1), b = Start(2, 3);
        var (done, pending) = await Coro.Wait([a, b], returnWhen: ReturnWhen.FirstCompleted);
        Assert.Same(a, Assert.Single(done));
        (done, pending) = await Coro.Wait(pending);
        Assert.Same(b, Assert.Single(done));
        Assert.Empty(pending);
    });

    [Fact]
    public void Wait_SameFutureTwice_CountsOnce() => Virtual.Run(async () =>
    {
        var a = Start(1, 1);
        var (done, pending) = await Coro.Wait([a, a, a]);
        Assert.Same(a, Assert.Single(done));
        Assert.Empty(pending);
    });

    [Fact]
    public void Wait_NoFutures_ThrowsAtTheAwait() => Loop.Run(async () =>
    {
        var wait = Coro.Wait([]);
        await Expect.Throws<ArgumentException>(wait);
    });

    [Fact]
    public void Wait_Misuse_Throws() => Loop.Run(async () =>
    {
        await Expect.Throws<ArgumentNullException>(Coro.Wait(null!));
        await Expect.Throws<ArgumentException>(Coro.Wait([null!]));
        await Expect.Throws<ArgumentOutOfRangeException>(Coro.Wait([new Future<int>()], returnWhen: (ReturnWhen)17));
    });

    [Fact]
    public void Wait_NotAwaited_DoesNothing() => Loop.Run(async () =>
    {
        var asked = 0;
#pragma warning disable BELAY001 // What is never awaited is the test.
        _ = Coro.Wait(Futures());
#pragma warning restore BELAY001
        await Coro.Yield();
        Assert.Equal(0, asked);

        IEnumerable<Future> Futures()
        {
            asked++;
            yield return new Future<int>();
        }
    });

    [Fact]
    public void Wait_AnIteratorOfTasks_TakesThem() => Virtual.Run(async () =>
    {
        var (done, pending) = await Coro.Wait(Enumerable.Range(0, 10).Select(i => Start(i, 0.1)));
        Assert.Equal(10, done.Count);
        Assert.Empty(pending);
    });

    [Fact]
    public void Wait_FirstCompleted_ReturnsWithTheFirst() => Virtual.Run(async () =>
    {
        CoroTask<int> a = Start(1, 10), b = Start(2, 0.1);
        var (done, pending) = await Coro.Wait([b, a], returnWhen: ReturnWhen.FirstCompleted);
        Assert.Equal(Set(b), done);
        Assert.Equal(Set(a), pending);
        Assert.False(a.IsDone);
        Assert.Equal(Seconds(0.1), EventLoop.Running.Time);
    });

    [Fact]
    public void Wait_FirstCompletedTwoInOneTurn_HasBoth() => Loop.Run(async () =>
    {
        CoroTask a = Coro.CreateTask(Coro.Yield()), b = Coro.CreateTask(Coro.Yield());
        var (done, pending) = await Coro.Wait([b, a], returnWhen: ReturnWhen.FirstCompleted);
        Assert.Equal(Set(a, b), done);
        Assert.Empty(pending);
    });

    [Fact]
    public void Wait_FirstCompletedOneCancelled_Returns() => Loop.Run(async () =>
    {
        Future<int> a = new(), b = new();
        a.Cancel();
        var (done, pending) = await Coro.Wait([a, b], returnWhen: ReturnWhen.FirstCompleted);
        Assert.Equal(Set(a), done);
        Assert.Equal(Set(b), pending);
    });

    [Fact]
    public void Wait_FirstException_ReturnsWithIt() => Virtual.Run(async () =>
    {
        CoroTask a = Start(1, 10), b = Coro.CreateTask(Work.Fail(new Boom()));
        var (done, pending) = await Coro.Wait([b, a], returnWhen: ReturnWhen.FirstException);
        Assert.Equal(Set(b), done);
        Assert.Equal(Set(a), pending);
        Assert.Equal(TimeSpan.Zero, EventLoop.Running.Time);
    });

    [Fact]
    public void Wait_FirstExceptionWhileItWaits_ReturnsThen() => Virtual.Run(async () =>
    {
        CoroTask a = Start(1, 10), b = Coro.CreateTask(FailAfter(0.01));
        var (done, pending) = await Coro.Wait([b, a], returnWhen: ReturnWhen.FirstException);
        Assert.Equal(Set(b), done);
        Assert.Equal(Set(a), pending);
        Assert.Equal(Seconds(0.01), EventLoop.Running.Time);
    });

    [Fact]
    public void Wait_FirstExceptionOneCancelled_IgnoresThat() => Loop.Run(async () =>
    {
        Future<int> cancelled = new(), other = new();
        var wait = Coro.CreateTask(Coro.Wait([cancelled, other], returnWhen: ReturnWhen.FirstException));
        await Coro.Yield();
        cancelled.Cancel();
        await Loop.Turns(3);
        Assert.False(wait.IsDone);
        other.SetException(new Boom());
        Assert.Equal(2, (await wait).Done.Count);
        Assert.IsType<Boom>(other.Exception);
    });

    [Fact]
    public void Wait_FirstExceptionThereIsNone_ReturnsWhenAllAreDone() => Virtual.Run(async () =>
    {
        CoroTask<int> a = Start(1, 1), b = Start(2, 2);
        var (done, _) = await Coro.Wait([a, b], returnWhen: ReturnWhen.FirstException);
        Assert.Equal(2, done.Count);
    });

    [Fact]
    public void Wait_Failures_AreNotThrown() => Virtual.Run(async () =>
    {
        CoroTask a = Start(1, 0.1), b = Coro.CreateTask(FailAfter(0.15));
        var (done, pending) = await Coro.Wait([b, a]);
        Assert.Equal(2, done.Count);
        Assert.Empty(pending);
        Assert.IsType<Boom>(b.Exception);
    });

    [Fact]
    public void Wait_TimeIsUp_ReturnsAndCancelsNothing() => Virtual.Run(async () =>
    {
        CoroTask<int> a = Start(1, 0.1), b = Start(2, 0.15);
        var (done, pending) = await Coro.Wait([b, a], Seconds(0.11));
        Assert.Equal(Set(a), done);
        Assert.Equal(Set(b), pending);
        Assert.Equal(Seconds(0.11), EventLoop.Running.Time);
        Assert.Equal(0, b.Cancelling);
        Assert.Equal(2, await b);
    });

    [Fact]
    public void Wait_DoneInTime_LeavesNoTimer() => Virtual.Run(async () =>
    {
        await Coro.Wait([Start(1, 1)], Seconds(100));
        Assert.Equal(0, EventLoop.Running.TimerCount);
        Assert.Equal(Seconds(1), EventLoop.Running.Time);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Wait_NoTime_TellsWhatIsDone(int seconds) => Loop.Run(async () =>
    {
        Future<int> done = new(), other = new();
        done.SetResult(1);
        var result = await Coro.Wait([done, other], Seconds(seconds));
        Assert.Equal(Set(done), result.Done);
        Assert.Equal(Set(other), result.Pending);
    });

    [Fact]
    public void Wait_InfiniteTime_IsNoLimit() => Virtual.Run(async () =>
    {
        var (done, _) = await Coro.Wait([Start(1, 100)], Timeout.InfiniteTimeSpan);
        _ = Assert.Single(done);
        Assert.Equal(0, EventLoop.Running.TimerCount);
    });

    [Fact]
    public void Wait_AllDoneBefore_TakesTwoTurns() => Loop.Run(async () =>
    {
        var done = new Future<int>();
        done.SetResult(1);
        await Coro.Yield();
        var turns = new List<int>();
        var waiter = Coro.CreateTask(Coro.Wait([done]));
        for (var turn = 0; !waiter.IsDone; turn++)
        {
            turns.Add(turn);
            await Coro.Yield();
        }
        // It begins in the first, hears of the future in the second and goes on in the third.
        Assert.Equal([0, 1, 2], turns);
    });

    [Fact]
    public void Cancel_Wait_LeavesTheFutures() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Forever());
        var future = new Future<int>();
        var wait = Coro.CreateTask(Coro.Wait([task, future], Seconds(100)));
        await Loop.Turns(2);
        wait.Cancel("enough");
        Assert.Equal("enough", (await Expect.Throws<CancelledException>(wait)).Message);
        Assert.False(task.IsDone);
        Assert.Equal(0, task.Cancelling);
        Assert.False(future.IsDone);
        Assert.Equal(0, EventLoop.Running.TimerCount);
    });

    [Fact]
    public void Cancel_AfterWaitWasWoken_IsDelivered() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        var wait = Coro.CreateTask(Coro.Wait([future]));
        await Coro.Yield();
        future.SetResult(1);
        await Coro.Yield();
        wait.Cancel();
        await Expect.Throws<CancelledException>(wait);
    });

    [Fact]
    public void Wait_ConcurrentCompletion_CountsAllThatAreDoneWhenItGoesOn() => Loop.Run(async () =>
    {
        Future<int> first = new(), second = new();
        var wait = Coro.CreateTask(Coro.Wait([first, second], returnWhen: ReturnWhen.FirstCompleted));
        await Coro.Yield();
        first.SetResult(1);
        EventLoop.Running.CallSoon(() => second.SetResult(2));
        var (done, _) = await wait;
        Assert.Equal(2, done.Count);
    });

    [Fact]
    public void Wait_TwiceForTheSame_BothReturn() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        var a = Coro.CreateTask(Coro.Wait([future]));
        var b = Coro.CreateTask(Coro.Wait([future]));
        await Coro.Yield();
        future.SetResult(1);
        Assert.Same(future, Assert.Single((await a).Done));
        Assert.Same(future, Assert.Single((await b).Done));
    });

    [Fact]
    public void Wait_FailureNobodyLooksAtAfterwards_IsReported()
    {
        var errors = Loop.RunCollectingErrors(async () =>
        {
            var task = Coro.CreateTask(Work.Fail(new Boom("unseen")));
            await Coro.Wait([task]);
        });
        Assert.Equal("unseen", Assert.Single(errors).Exception!.Message);
    }

    [Fact]
    public void Wait_ForAGather_GetsItAsItIs() => Loop.Run(async () =>
    {
        var gather = Coro.Gather([Work.Return(1), Work.Return(2, turns: 2)]);
        var (done, _) = await Coro.Wait([gather]);
        Assert.Same(gather, Assert.Single(done));
    });

    static CoroTask<int> Start(int value, double seconds) => Coro.CreateTask(Return(value, seconds));

    static async Coro FailAfter(double seconds)
    {
        await Virtual.Sleep(seconds);
        throw new Boom();
    }

    static HashSet<Future> Set(params Future[] futures) => [.. futures];
}
