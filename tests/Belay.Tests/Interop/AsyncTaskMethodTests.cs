using Belay.Tests.Support;

namespace Belay.Tests.Interop;

/// <summary>A coroutine awaited from an ordinary async method that runs on the loop.</summary>
public class AsyncTaskMethodTests
{
    readonly List<string> _log = [];

    [Fact]
    public void Await_FromAnAsyncTaskMethod_GivesTheValueAndStaysOnTheLoop() => Loop.Run(async () =>
    {
        var home = Environment.CurrentManagedThreadId;
        Assert.Equal(6, await Method());

        async Task<int> Method()
        {
            var sum = 0;
            for (var i = 1; i <= 3; i++)
            {
                sum += await Work.Return(i, turns: i);
                Assert.Equal(home, Environment.CurrentManagedThreadId);
                Assert.NotNull(EventLoop.Running);
            }
            return sum;
        }
    });

    [Fact]
    public void Await_FromAnAsyncTaskMethodThatNeverSuspends_GivesTheValue() => Loop.Run(async () =>
    {
        Assert.Equal(3, await Method());

        static async Task<int> Method() => await Work.Return(3);
    });

    [Fact]
    public void Await_FromAnAsyncValueTaskMethod_GivesTheValue() => Loop.Run(async () =>
    {
        Assert.Equal(3, await Method().ConfigureAwait(false));

        static async ValueTask<int> Method() => await Work.Return(3, turns: 2);
    });

    [Fact]
    public void Await_OfAFutureOrATaskFromAnAsyncTaskMethod_GivesTheValue() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        EventLoop.Running.CallSoon(() => future.SetResult(1));
        Assert.Equal(3, await Method(future, Coro.CreateTask(Work.Return(2, turns: 3))));

        static async Task<int> Method(Future<int> future, CoroTask<int> task) => await future + await task;
    });

    [Fact]
    public void Await_FailureOfTheCoroutine_PassesThroughTheMethod() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Caller());
        await Expect.Throws<Boom>(task);
        Assert.Equal(["method"], _log);

        async Coro Caller() => await Method();

        async Task Method()
        {
            try
            {
                await Work.Fail(new Boom(), turns: 1);
            }
            finally
            {
                _log.Add("method");
            }
        }
    });

    [Fact]
    public void Cancel_WithACoroutineBelow_UnwindsFromTheInside() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Outer());
        await Coro.Yield();
        task.Cancel("stop");
        Assert.Equal("stop", (await Expect.Throws<CancelledException>(task)).Message);
        Assert.True(task.IsCancelled);
        Assert.Equal(["inner", "method", "outer"], _log);

        async Coro Outer()
        {
            try
            {
                await Method();
            }
            finally
            {
                _log.Add("outer");
            }
        }

        async Task Method()
        {
            try
            {
                await Inner();
            }
            finally
            {
                _log.Add("method");
            }
        }

        async Coro Inner()
        {
            try
            {
                await Work.Forever();
            }
            finally
            {
                _log.Add("inner");
            }
        }
    });

    [Fact]
    public void Cancel_SwallowedByTheMethod_ItsValueCounts() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Outer());
        await Coro.Yield();
        task.Cancel();
        Assert.Equal(5, await task);
        Assert.Equal(1, task.Cancelling);

        static async Coro<int> Outer() => await Method();

        static async Task<int> Method()
        {
            try
            {
                await Work.Forever();
                return 0;
            }
            catch (CancelledException)
            {
                await Coro.Yield();
                return 5;
            }
        }
    });

    [Fact]
    public void Cancel_ThroughTwoMethods_ReachesTheBottom() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Outer());
        await Coro.Yield();
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.Equal(["bottom"], _log);

        async Coro Outer() => await First();

        async Task First() => await Between();

        async Coro Between() => await Second();

        async ValueTask Second() => await Bottom();

        async Coro Bottom()
        {
            try
            {
                await Work.Forever();
            }
            finally
            {
                _log.Add("bottom");
            }
        }
    });

    [Fact]
    public void Cancel_WithAForeignAwaitBelow_UnwindsFromTheInside() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Outer());
        await Coro.Yield();
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.Equal(["inner"], _log);

        async Coro Outer() => await Method();

        async Task Method() => await Inner();

        async Coro Inner()
        {
            try
            {
                await new TaskCompletionSource().Task;
            }
            finally
            {
                _log.Add("inner");
            }
        }
    });

    public static TheoryData<string, Func<Coro>> Awaitables => new()
    {
        { "future", () => new Future<int>() },
        { "task", () => Coro.CreateTask(Work.Forever()) },
        { "yield", Coro.Yield },
        { "sleep", () => Coro.Sleep(TimeSpan.FromHours(1)) },
        { "coroutine", Work.Forever },
        { "foreign", async () => await new TaskCompletionSource().Task },
    };

    [Theory]
    [MemberData(nameof(Awaitables), DisableDiscoveryEnumeration = true)]
    public void Cancel_WhateverOfBelaysTheMethodAwaits_IsThrownThere(string what, Func<Coro> make) => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Outer(), eager: true);
        task.Cancel("stop");
        Assert.Equal("stop", (await Expect.Throws<CancelledException>(task)).Message);
        Assert.Equal([$"{what} cancelled", "outer"], _log);

        async Coro Outer()
        {
            try
            {
                await Method();
            }
            finally
            {
                _log.Add("outer");
            }
        }

        async Task Method()
        {
            try
            {
                await make();
                _log.Add($"{what} resumed");
            }
            catch (CancelledException)
            {
                _log.Add($"{what} cancelled");
                throw;
            }
        }
    });

    [Fact]
    public void Cancel_OfATaskThatTheMethodAwaits_CancelsThatTask() => Loop.Run(async () =>
    {
        var inner = Coro.CreateTask(Work.Forever());
        var outer = Coro.CreateTask(Outer());
        await Loop.Turns(2);
        outer.Cancel();
        await Expect.Throws<CancelledException>(outer);
        Assert.True(inner.IsCancelled);

        async Coro Outer() => await Method();

        async Task Method() => await inner;
    });

    [Fact]
    public void CurrentTask_InsideTheMethodsCoroutine_HasTheLoopsTasks() => Loop.Run(async () =>
    {
        Assert.NotNull(await Method());

        static async Task<CoroTask> Method() => await Ask();

        static async Coro<CoroTask> Ask()
        {
            await Coro.Yield();
            return Coro.CurrentTask;
        }
    });

    [Fact]
    public void TaskGroup_InsideAnAsyncTaskMethod_Works() => Loop.Run(async () =>
    {
        Assert.Equal(5, await Method());

        static async Task<int> Method() => await TaskGroup.Run(async group =>
        {
            var child = group.CreateTask(Work.Return(5, turns: 2));
            return await child;
        });
    });
}
