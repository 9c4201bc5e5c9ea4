using System.Collections.Concurrent;
using Belay.Tests.Support;

namespace Belay.Tests.Running;

/// <summary>RunOptions.ErrorHandler: it gets what nobody else does, once.</summary>
public class ErrorHandlerTests
{
    [Fact]
    public void ErrorHandler_CallbackThrows_IsCalledAtOnceAndTheLoopGoesOn()
    {
        var boom = new Boom();
        var log = new List<string>();
        Coro Main() => Loop.Turns(2);
        HangGuard.Run(() =>
        {
            using var runner = new Runner(new RunOptions
            {
                HandleSignals = false,
                ErrorHandler = error => log.Add(error.Exception == boom ? "error" : $"{error}"),
            });
            runner.Loop.CallSoon(() => throw boom);
            runner.Loop.CallSoon(() => log.Add("next"));
            runner.Run(Main());
            log.Add("ran");
        });
        Assert.Equal(["error", "next", "ran"], log);
    }

    [Fact]
    public void ErrorHandler_DoneCallbackThrows_TheOthersAreCalledAllTheSame()
    {
        var boom = new Boom();
        var called = false;
        var errors = Loop.RunCollectingErrors(async () =>
        {
            var future = new Future<int>();
            future.AddDoneCallback(_ => throw boom);
            future.AddDoneCallback(_ => called = true);
            future.SetResult(1);
            Assert.Equal(1, await future);
            await Coro.Yield();
        });
        Assert.Same(boom, Assert.Single(errors).Exception);
        Assert.True(called);
    }

    [Fact]
    public void ErrorHandler_CallbackFromAnotherThreadThrows_IsCalled()
    {
        var boom = new Boom();
        var errors = Loop.RunCollectingErrors(async () =>
        {
            var loop = EventLoop.Running;
            var posted = new Future<int>();
            await Task.Run(() =>
            {
                loop.CallSoonThreadSafe(() => throw boom);
                loop.CallSoonThreadSafe(() => posted.SetResult(0));
            });
            await posted;
        });
        Assert.Same(boom, Assert.Single(errors).Exception);
    }

    [Fact]
    public void ErrorHandler_TimerThrows_IsCalled()
    {
        var boom = new Boom();
        var errors = Loop.RunCollectingErrors(async () =>
        {
            EventLoop.Running.CallLater(TimeSpan.Zero, () => throw boom);
            await Loop.Turns(3);
        });
        Assert.Same(boom, Assert.Single(errors).Exception);
    }

    [Fact]
    public void ErrorHandler_FailedTaskNobodyLooksAt_IsCalledWithItAtTheLatestAtTheEnd()
    {
        var boom = new Boom();
        CoroTask? task = null;
        var errors = Loop.RunCollectingErrors(async () =>
        {
            task = Coro.CreateTask(Work.Fail(boom));
            await Loop.Turns(3);
        });
        var error = Assert.Single(errors);
        Assert.Same(boom, error.Exception);
        Assert.Same(task, error.Source);
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public void ErrorHandler_FailedFutureNobodyLooksAt_IsCalledWithIt()
    {
        var boom = new Boom();
        Future<int>? future = null;
        var errors = Loop.RunCollectingErrors(async () =>
        {
            future = new Future<int>();
            future.SetException(boom);
        });
        var error = Assert.Single(errors);
        Assert.Same(boom, error.Exception);
        Assert.Same(future, error.Source);
    }

    [Fact]
    public void ErrorHandler_FailedTaskAwaitedLate_IsNotCalled() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Fail(new Boom()));
        await Loop.Turns(5);
        await Expect.Throws<Boom>(task);
    });

    [Fact]
    public void ErrorHandler_ExceptionOfAFailedTaskRead_IsNotCalled() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Fail(new Boom()));
        await Loop.Turns(2);
        Assert.IsType<Boom>(task.Exception);
    });

    [Fact]
    public void ErrorHandler_ResultOfAFailedFutureRead_IsNotCalled() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        future.SetException(new Boom());
        Assert.Throws<Boom>(() => future.Result);
    });

    [Fact]
    public void ErrorHandler_IsDoneOfAFailedTaskRead_IsCalledAllTheSame()
    {
        var errors = Loop.RunCollectingErrors(async () =>
        {
            var task = Coro.CreateTask(Work.Fail(new Boom()));
            await Loop.Turns(2);
            Assert.True(task.IsDone);
            Assert.False(task.IsCancelled);
        });
        Assert.Single(errors);
    }

    [Fact]
    public void ErrorHandler_CancelledTaskNobodyLooksAt_IsNotCalled() => Loop.Run(async () =>
    {
        Coro.CreateTask(Work.Forever()).Cancel();
        var started = Coro.CreateTask(Work.Forever());
        await Coro.Yield();
        started.Cancel();
        await Loop.Turns(2);
    });

    [Fact]
    public void ErrorHandler_FailedMain_IsNotCalled() => Loop.Fails<Boom>(() => Work.Fail(new Boom(), turns: 1));

    [Fact]
    public void ErrorHandler_FailedChildOfAGroup_IsNotCalled() => Loop.Run(async () =>
    {
        var boom = new Boom();
        await Failures.InGroup(TaskGroup.Run(async group => { group.CreateTask(Work.Fail(boom)); }), boom);
    });

    [Fact]
    public void ErrorHandler_SeveralFailures_EachIsReportedOnce()
    {
        Boom[] booms = [new("1"), new("2"), new("3")];
        var errors = Loop.RunCollectingErrors(async () =>
        {
            foreach (var boom in booms)
            {
                Coro.CreateTask(Work.Fail(boom));
            }
            await Loop.Turns(3);
        });
        // In no order: the garbage collector may find some of them first.
        Assert.Equal(booms.Length, errors.Count);
        Assert.Equal(booms.ToHashSet<Exception?>(), errors.Select(error => error.Exception).ToHashSet());
    }

    [Fact]
    public void ErrorHandler_GarbageCollectionsNearTheEnd_LoseNoReport() => HangGuard.Run(() =>
    {
        const int failures = 20;
        for (var round = 0; round < 100; round++)
        {
            // A finalizer that comes too late, or on its own thread, shows here in some of the rounds.
            var threads = new ConcurrentQueue<int>();
            Coro.Run(
                FailUnseen(failures),
                new RunOptions { HandleSignals = false, ErrorHandler = _ => threads.Enqueue(Environment.CurrentManagedThreadId) });
            Assert.Equal(Enumerable.Repeat(Environment.CurrentManagedThreadId, failures), threads);
        }
        static async Coro FailUnseen(int count)
        {
            for (var i = 0; i < count; i++)
            {
                Coro.CreateTask(Work.Fail(new Boom()));
                await Coro.Yield();
            }
            await Coro.Yield();
            GC.Collect(0, GCCollectionMode.Forced, blocking: false);
        }
    });

    [Fact]
    public void ErrorHandler_ThrowsItself_TheLoopGoesOn() => HangGuard.Run(() =>
    {
        var called = 0;
        async Coro<int> Main()
        {
            EventLoop.Running.CallSoon(() => throw new Boom("in a callback"));
            EventLoop.Running.CallSoon(() => throw new Boom("in another"));
            await Loop.Turns(2);
            return 5;
        }
        var options = new RunOptions
        {
            HandleSignals = false,
            ErrorHandler = _ =>
            {
                called++;
                throw new Boom("in the error handler");
            },
        };
        Assert.Equal(5, Coro.Run(Main(), options));
        Assert.Equal(2, called);
    });

    [Fact]
    public void ErrorHandler_RunsOnTheLoopsThread() => HangGuard.Run(() =>
    {
        var threads = new List<int>();
        async Coro Main()
        {
            EventLoop.Running.CallSoon(() => throw new Boom());
            await Coro.Yield();
        }
        Coro.Run(
            Main(),
            new RunOptions { HandleSignals = false, ErrorHandler = _ => threads.Add(Environment.CurrentManagedThreadId) });
        Assert.Equal([Environment.CurrentManagedThreadId], threads);
    });
}
