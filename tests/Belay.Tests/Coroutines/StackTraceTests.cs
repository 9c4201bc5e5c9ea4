using Belay.Tests.Support;

namespace Belay.Tests.Coroutines;

/// <summary>An exception's trace names every coroutine that it came through, innermost first.</summary>
public class StackTraceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Failure_ThroughFramesWithoutHandler_NamesEveryFrame(bool suspends) => Loop.Run(async () =>
    {
        var failure = await Expect.Throws<Boom>(OuterPlain(() => InnerThrow(suspends)));
        AssertInOrder(failure, nameof(InnerThrow), nameof(MiddlePlain), nameof(OuterPlain));
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Failure_ThroughFramesWithHandlers_NamesEveryFrame(bool suspends) => Loop.Run(async () =>
    {
        var failure = await Expect.Throws<Boom>(OuterFinally(() => InnerThrow(suspends)));
        AssertInOrder(failure, nameof(InnerThrow), nameof(MiddleRethrow), nameof(OuterFinally));
    });

    [Fact]
    public void Failure_OfATask_NamesTheTasksFramesAndTheAwaiters() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(OuterPlain(() => InnerThrow(suspends: true)));
        var failure = await Expect.Throws<Boom>(AwaitTask(task));
        AssertInOrder(failure, nameof(InnerThrow), nameof(MiddlePlain), nameof(OuterPlain), nameof(AwaitTask));
    });

    [Fact]
    public void Failure_LeavingRun_NamesEveryFrame()
    {
        var failure = Assert.Throws<Boom>(() => Coro.Run(OuterPlain(() => InnerThrow(suspends: true))));
        AssertInOrder(failure, nameof(InnerThrow), nameof(MiddlePlain), nameof(OuterPlain));
    }

    [Fact]
    public void Cancellation_ThroughFramesWithoutHandler_NamesEveryFrame() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(OuterPlain(InnerForever));
        await Coro.Yield();
        task.Cancel();
        var cancelled = await Expect.Throws<CancelledException>(AwaitTask(task));
        AssertInOrder(cancelled, nameof(InnerForever), nameof(MiddlePlain), nameof(OuterPlain), nameof(AwaitTask));
    });

    [Fact]
    public void Cancellation_ThroughFramesWithHandlers_NamesEveryFrame() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(OuterFinally(InnerForever));
        await Coro.Yield();
        task.Cancel();
        var cancelled = await Expect.Throws<CancelledException>(AwaitTask(task));
        AssertInOrder(cancelled, nameof(InnerForever), nameof(MiddleRethrow), nameof(OuterFinally), nameof(AwaitTask));
    });

    [Fact]
    public void Cancellation_OfAForeignAwait_NamesEveryFrame() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(OuterPlain(InnerForeign));
        await Coro.Yield();
        task.Cancel();
        var cancelled = await Expect.Throws<CancelledException>(AwaitTask(task));
        AssertInOrder(cancelled, nameof(InnerForeign), nameof(MiddlePlain), nameof(OuterPlain), nameof(AwaitTask));
    });

    [Fact]
    public void Cancellation_OfHotCode_StillNamesEveryFrame() => Loop.Run(async () =>
    {
        // Often enough for the JIT to have optimised everything that a trace is made from.
        for (var i = 0; i < 60_000; i++)
        {
            var task = Coro.CreateTask(OuterFinally(InnerForever));
            await Coro.Yield();
            task.Cancel();
            var cancelled = await Expect.Throws<CancelledException>(AwaitTask(task));
            if (i % 10_000 == 9_999)
            {
                AssertInOrder(cancelled, nameof(InnerForever), nameof(MiddleRethrow), nameof(OuterFinally), nameof(AwaitTask));
            }
        }
    });

    [Fact]
    public void Failure_AwaitedAgainAndAgain_DoesNotGrow() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(OuterPlain(() => InnerThrow(suspends: true)));
        for (var i = 0; i < 5; i++)
        {
            var failure = await Expect.Throws<Boom>(AwaitTask(task));
            Assert.Equal(1, Count(failure, nameof(AwaitTask)));
            Assert.Equal(1, Count(failure, nameof(InnerThrow)));
        }
    });

    static void AssertInOrder(Exception exception, params string[] methods)
    {
        var trace = exception.StackTrace ?? "";
        var from = 0;
        foreach (var method in methods)
        {
            var at = trace.IndexOf(method, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{method} is not in its place:\n{trace}");
            from = at;
        }
    }

    static int Count(Exception exception, string method) =>
        exception.StackTrace!.Split('\n').Count(line => line.Contains(method, StringComparison.Ordinal));

    static async Coro OuterPlain(Func<Coro> inner) => await MiddlePlain(inner);

    static async Coro MiddlePlain(Func<Coro> inner) => await inner();

    static async Coro OuterFinally(Func<Coro> inner)
    {
        try
        {
            await MiddleRethrow(inner);
        }
        finally
        {
            await Coro.Yield();
        }
    }

    static async Coro MiddleRethrow(Func<Coro> inner)
    {
        try
        {
            await inner();
        }
        catch (Exception exception) when (exception is Boom or CancelledException)
        {
            await Coro.CompletedCoro;
            throw;
        }
    }

    static async Coro InnerThrow(bool suspends)
    {
        if (suspends)
        {
            await Coro.Yield();
        }
        throw new Boom();
    }

    static async Coro InnerForever() => await new Future<int>();

    static async Coro InnerForeign() => await new TaskCompletionSource().Task;

    static async Coro AwaitTask(CoroTask task) => await task;
}
