using Belay.Tests.Support;

namespace Belay.Tests.Tasks;

public class FutureTests
{
    [Fact]
    public void New_Future_IsPending() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        Assert.False(future.IsDone);
        Assert.False(future.IsCancelled);
        Assert.Same(EventLoop.Running, future.Loop);
        Assert.Throws<InvalidStateException>(() => future.Result);
        Assert.Throws<InvalidStateException>(() => future.Exception);
        await Coro.CompletedCoro;
    });

    [Fact]
    public void New_WithALoopThatDoesNotRun_BelongsToIt()
    {
        using var runner = new Runner(new RunOptions { HandleSignals = false });
        var future = new Future<int>(runner.Loop);
        Assert.Same(runner.Loop, future.Loop);
        Assert.Equal(3, runner.Run(Main()));

        async Coro<int> Main()
        {
            future.Loop.CallSoon(() => future.SetResult(3));
            return await future;
        }
    }

    [Fact]
    public void SetResult_OnAPendingFuture_IsFinal() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        future.SetResult(42);
        Assert.True(future.IsDone);
        Assert.False(future.IsCancelled);
        Assert.Equal(42, future.Result);
        Assert.Null(future.Exception);
        AssertFinal(future);
        Assert.Equal(42, await future);
        Assert.Equal(42, await future);
    });

    [Fact]
    public void SetException_OnAPendingFuture_IsFinal() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var future = new Future<int>();
        future.SetException(boom);
        Assert.True(future.IsDone);
        Assert.False(future.IsCancelled);
        Assert.Same(boom, future.Exception);
        Assert.Same(boom, Assert.Throws<Boom>(() => future.Result));
        AssertFinal(future);
        Assert.Same(boom, await Expect.Throws<Boom>(future));
        Assert.Same(boom, await Expect.Throws<Boom>(future));
    });

    [Fact]
    public void Cancel_OnAPendingFuture_IsFinal() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        Assert.True(future.Cancel());
        Assert.True(future.IsDone);
        Assert.True(future.IsCancelled);
        Assert.Throws<CancelledException>(() => future.Result);
        Assert.Throws<CancelledException>(() => future.Exception);
        AssertFinal(future);
        await Expect.Throws<CancelledException>(future);
        await Expect.Throws<CancelledException>(future);
    });

    [Fact]
    public void SetException_WithNull_Throws() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        Assert.Throws<ArgumentNullException>(() => future.SetException(null!));
        Assert.False(future.IsDone);
        await Coro.CompletedCoro;
    });

    [Fact]
    public void SetException_WithACancelledException_IsAFailureOfTheFuture() => Loop.Run(async () =>
    {
        var cancelled = new CancelledException("x");
        var future = new Future<int>();
        future.SetException(cancelled);
        Assert.False(future.IsCancelled);
        Assert.Same(cancelled, future.Exception);

        var task = Coro.CreateTask(Wait(future));
        await Expect.Throws<CancelledException>(task);
        Assert.True(task.IsCancelled);
    });

    [Fact]
    public void Await_PendingFuture_WakesInTheTurnAfterItIsSet()
    {
        var log = new List<string>();
        Loop.Run(async () =>
        {
            var future = new Future<string>();
            var task = Coro.CreateTask(Say());
            await Coro.Yield();
            EventLoop.Running.CallSoon(() => log.Add("before"));
            future.SetResult("value");
            EventLoop.Running.CallSoon(() => log.Add("after"));
            log.Add("set");
            await task;

            async Coro Say() => log.Add(await future);
        });
        Assert.Equal(["set", "before", "value", "after"], log);
    }

    [Fact]
    public void Await_ByMany_AllGetTheValueInOrder() => Loop.Run(async () =>
    {
        var order = new List<int>();
        var future = new Future<int>();
        var tasks = Enumerable.Range(0, 5).Select(i => Coro.CreateTask(Take(i))).ToList();
        await Coro.Yield();
        future.SetResult(9);
        foreach (var task in tasks)
        {
            Assert.Equal(9, await task);
        }
        Assert.Equal([0, 1, 2, 3, 4], order);

        async Coro<int> Take(int index)
        {
            var value = await future;
            order.Add(index);
            return value;
        }
    });

    [Fact]
    public void Await_TwiceByOneTask_SuspendsOnlyOnce() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        EventLoop.Running.CallSoon(() => future.SetResult(42));
        Assert.Equal(42, await future);
        using var turns = new TurnCounter();
        Assert.Equal(42, await future);
        Assert.Equal(0, turns.Count);
    });

    [Fact]
    public void Await_FutureOfAnotherLoop_Throws()
    {
        using var other = new Runner(new RunOptions { HandleSignals = false });
        var future = new Future<int>(other.Loop);
        Loop.Run(async () => await Expect.Throws<InvalidOperationException>(future));
        Assert.False(future.IsDone);
    }

    [Fact]
    public void Await_FutureThatFails_ThrowsAtTheAwait() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        var task = Coro.CreateTask(Wait(future));
        await Coro.Yield();
        var boom = new Boom();
        future.SetException(boom);
        Assert.Same(boom, await Expect.Throws<Boom>(task));
        Assert.Same(boom, task.Exception);
    });

    [Fact]
    public void Result_OfAReferenceType_IsTheSameObject() => Loop.Run(async () =>
    {
        var value = new object();
        var future = new Future<object>();
        future.SetResult(value);
        Assert.Same(value, await future);
        Assert.Same(value, future.Result);
    });

    static void AssertFinal(Future<int> future)
    {
        Assert.Throws<InvalidStateException>(() => future.SetResult(1));
        Assert.Throws<InvalidStateException>(() => future.SetException(new Boom()));
        Assert.False(future.Cancel());
    }

    static async Coro<int> Wait(Future<int> future) => await future;
}
