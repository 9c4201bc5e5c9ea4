using Belay.Tests.Support;

namespace Belay.Tests.Running;

public class RunThreadSafeTests
{
    [Fact]
    public void RunThreadSafe_FromAnotherThread_GivesTheResult() => Loop.Run(async () =>
    {
        var loop = EventLoop.Running;
        Assert.Equal(3, await Coro.ToThread(() => Coro.RunThreadSafe(Work.Return(3, turns: 3), loop).GetAwaiter().GetResult()));
    });

    [Fact]
    public void RunThreadSafe_WithoutResult_IsDoneWithTheTask() => Loop.Run(async () =>
    {
        var loop = EventLoop.Running;
        var ran = false;
        await Coro.ToThread(() => Coro.RunThreadSafe(Run(), loop).Wait());
        Assert.True(ran);

        async Coro Run()
        {
            await Loop.Turns(2);
            Assert.Same(loop, EventLoop.Running);
            ran = true;
        }
    });

    [Fact]
    public void RunThreadSafe_Failure_FailsTheTask() => Loop.Run(async () =>
    {
        var loop = EventLoop.Running;
        var boom = new Boom();
        Assert.Same(boom, await Expect.Throws<Boom>(Coro.ToThread(() => Coro.RunThreadSafe(Work.Fail(boom, turns: 1), loop).GetAwaiter().GetResult())));
    });

    [Fact]
    public void RunThreadSafe_TaskCancelsItself_CancelsTheTask() => Loop.Run(async () =>
    {
        var loop = EventLoop.Running;
        var cancelled = await Coro.ToThread(() =>
        {
            var task = Coro.RunThreadSafe(CancelItself(), loop);
            var error = Assert.Throws<CancelledException>(() => task.GetAwaiter().GetResult());
            return (task.IsCanceled, error.Message);
        });
        Assert.Equal((true, "myself"), cancelled);

        static async Coro<int> CancelItself()
        {
            Coro.CurrentTask.Cancel("myself");
            await Coro.Yield();
            return 1;
        }
    });

    [Fact]
    public void RunThreadSafe_TokenCancelled_CancelsTheTask() => Loop.Run(async () =>
    {
        var loop = EventLoop.Running;
        using var source = new CancellationTokenSource();
        var cleanedUp = false;
        var started = new Future<int>();
        var run = Coro.RunThreadSafe(Wait(), loop, source.Token);
        await started;
        await Coro.ToThread(source.Cancel);
        await Expect.Throws<CancelledException>(Await(run));
        Assert.True(run.IsCanceled);
        Assert.True(cleanedUp);

        async Coro Wait()
        {
            started.SetResult(0);
            await Work.CleanUpWhenCancelled(2, () => cleanedUp = true);
        }
    });

    [Fact]
    public void RunThreadSafe_TokenCancelledBefore_NeverRuns() => Loop.Run(async () =>
    {
        var ran = false;
        var run = Coro.RunThreadSafe(Run(), EventLoop.Running, new CancellationToken(canceled: true));
        await Loop.Turns(5);
        Assert.True(run.IsCanceled);
        Assert.False(ran);

        async Coro Run()
        {
            ran = true;
            await Coro.Yield();
        }
    });

    [Fact]
    public void RunThreadSafe_TokenCancelledAfterwards_DoesNothing() => Loop.Run(async () =>
    {
        using var source = new CancellationTokenSource();
        var run = Coro.RunThreadSafe(Work.Return(1), EventLoop.Running, source.Token);
        await Loop.Turns(4);
        source.Cancel();
        await Loop.Turns(4);
        Assert.Equal(1, await run);
    });

    [Fact]
    public void RunThreadSafe_OnTheLoopsOwnThread_IsAnOrdinaryTask() => Loop.Run(async () =>
    {
        var run = Coro.RunThreadSafe(Work.Return(1, turns: 2), EventLoop.Running);
        Assert.False(run.IsCompleted);
        Assert.Equal(1, await run);
    });

    [Fact]
    public void RunThreadSafe_ClosedLoop_Fails()
    {
        EventLoop loop;
        using (var runner = new Runner())
        {
            loop = runner.Loop;
        }
        var run = Coro.RunThreadSafe(Work.Return(1), loop);
        Assert.True(run.IsFaulted);
        Assert.IsType<InvalidOperationException>(run.Exception!.InnerException);
        Assert.True(Coro.RunThreadSafe(Loop.Turns(1), loop).IsFaulted);
    }

    [Fact]
    public void RunThreadSafe_LoopClosesBeforeItBegins_Fails()
    {
        Task<int> run;
        using (var runner = new Runner())
        {
            run = Coro.RunThreadSafe(Work.Return(1), runner.Loop);
            Assert.False(run.IsCompleted);
        }
        Assert.True(run.IsFaulted);
        Assert.IsType<InvalidOperationException>(run.Exception!.InnerException);
    }

    [Fact]
    public void RunThreadSafe_BetweenTheRunsOfARunner_WaitsForTheNext()
    {
        using var runner = new Runner();
        var run = Coro.RunThreadSafe(Work.Return(1, turns: 1), runner.Loop);
        runner.Run(Loop.Turns(10));
        Assert.True(run.IsCompletedSuccessfully);
    }

    [Fact]
    public void RunThreadSafe_RunEnds_CancelsIt()
    {
        Task? run = null;
        Loop.Run(async () =>
        {
            run = Coro.RunThreadSafe(Work.Forever(), EventLoop.Running);
            await Loop.Turns(2);
        });
        Assert.True(run!.IsCanceled);
    }

    [Fact]
    public void RunThreadSafe_FutureOrTask_Throws() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Return(1));
        Assert.Throws<ArgumentException>(() => Give(new Future<int>(), EventLoop.Running));
        Assert.Throws<ArgumentException>(() => Give(task, EventLoop.Running));
        Assert.Throws<ArgumentException>(() => GiveWithResult(task, EventLoop.Running));
        Assert.Throws<ArgumentNullException>(() => Give(Coro.CompletedCoro, null!));

        await task;

        static void Give(Coro coroutine, EventLoop loop) => _ = Coro.RunThreadSafe(coroutine, loop);

        static void GiveWithResult(Coro<int> coroutine, EventLoop loop) => _ = Coro.RunThreadSafe(coroutine, loop);
    });

    [Fact]
    public void RunThreadSafe_CoroutineUsedBefore_Fails() => Loop.Run(async () =>
    {
        var used = Work.Return(1);
        await used;
        var run = Coro.RunThreadSafe(used, EventLoop.Running);
        await Loop.Turns(2);
        Assert.IsType<InvalidOperationException>(run.Exception!.InnerException);
    });

    [Fact]
    public void RunThreadSafe_Context_IsTheCallers() => Loop.Run(async () =>
    {
        var loop = EventLoop.Running;
        var local = new AsyncLocal<string> { Value = "loop" };
        Assert.Equal("thread", await Coro.ToThread(() =>
        {
            local.Value = "thread";
            return Coro.RunThreadSafe(Read(), loop).GetAwaiter().GetResult();
        }));
        Assert.Equal("loop", local.Value);

        async Coro<string?> Read()
        {
            await Coro.Yield();
            return local.Value;
        }
    });

    [Fact]
    public void RunThreadSafe_FailureNobodyAwaits_IsTheTasksOwn() => Loop.Run(async () =>
    {
        // As any Task's, it is for whoever has the Task: the loop has handed it over.
        var run = Coro.RunThreadSafe(Work.Fail(new Boom()), EventLoop.Running);
        await Loop.Turns(3);
        Assert.IsType<Boom>(run.Exception!.InnerException);
    });

    [Fact]
    public void RunThreadSafe_WithTimeout_LeavesTheTaskToTheToken() => Loop.Run(async () =>
    {
        var loop = EventLoop.Running;
        await Coro.ToThread(() =>
        {
            using var source = new CancellationTokenSource();
            var run = Coro.RunThreadSafe(Work.Forever(), loop, source.Token);
            Assert.False(run.Wait(0));
            source.Cancel();
            Assert.Throws<AggregateException>(run.Wait);
        });
        _ = Assert.Single(Coro.AllTasks());
    });

    [Fact]
    public void RunThreadSafe_FromManyThreads_RunsAll() => Loop.Run(async () =>
    {
        var loop = EventLoop.Running;
        var sum = 0;
        await Coro.Gather(Enumerable.Range(0, 4).Select(_ => Coro.ToThread(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                Coro.RunThreadSafe(Add(), loop).Wait();
            }
        })));
        Assert.Equal(800, sum);

        async Coro Add()
        {
            await Coro.Yield();
            sum++;
        }
    });

    static async Coro Await(Task task) => await task;
}
