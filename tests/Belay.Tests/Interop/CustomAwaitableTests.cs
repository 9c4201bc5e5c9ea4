using System.Runtime.CompilerServices;
using Belay.Tests.Support;

namespace Belay.Tests.Interop;

/// <summary>Awaiters that are within their rights and not what one expects.</summary>
public class CustomAwaitableTests
{
    [Fact]
    public void Await_ContinuationCalledInsideOnCompleted_ResumesLater() => Loop.Run(async () =>
    {
        var log = new List<string>();
        var task = Coro.CreateTask(Body());
        await task;
        Assert.Equal(["before", "after", "after again"], log);

        async Coro Body()
        {
            log.Add("before");
            await new Hook(continuation => continuation());
            log.Add("after");
            await new Hook(continuation => continuation());
            log.Add("after again");
        }
    });

    [Fact]
    public void Await_ContinuationCalledInsideOnCompletedManyTimes_NeedsNoStack() => Loop.Run(async () =>
    {
        for (var i = 0; i < 50_000; i++)
        {
            await new Hook(continuation => continuation());
        }
    });

    [Fact]
    public void Await_ContinuationCalledByACallback_Resumes() => Loop.Run(async () =>
    {
        var loop = EventLoop.Running;
        using var turns = new TurnCounter();
        await new Hook(continuation => loop.CallSoon(continuation));
        Assert.InRange(turns.Count, 1, 2);
    });

    [Fact]
    public void Await_ContinuationCalledByAnotherThread_ResumesOnTheLoop() => Loop.Run(async () =>
    {
        var home = Environment.CurrentManagedThreadId;
        await new Hook(continuation => new Thread(() => continuation()).Start());
        Assert.Equal(home, Environment.CurrentManagedThreadId);
    });

    [Fact]
    public void Cancel_ContinuationNeverCalled_IsDelivered() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Body(), eager: true);
        task.Cancel();
        Assert.Equal("cancelled", await task);

        static async Coro<string> Body()
        {
            try
            {
                await new Hook(_ => { });
                return "resumed";
            }
            catch (CancelledException)
            {
                return "cancelled";
            }
        }
    });

    [Fact]
    public void Cancel_InTheMomentOnCompletedRuns_IsDelivered() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Body());
        await Expect.Throws<CancelledException>(task);

        static async Coro Body()
        {
            var self = Coro.CurrentTask;
            await new Hook(_ => self.Cancel());
        }
    });

    [Fact]
    public void Cancel_AndContinuationInTheSameMoment_IsDelivered() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Body());
        await Expect.Throws<CancelledException>(task);

        static async Coro Body()
        {
            var self = Coro.CurrentTask;
            await new Hook(continuation =>
            {
                continuation();
                self.Cancel();
            });
        }
    });

    [Fact]
    public void Await_OnCompletedThrows_ThrowsAtThatAwaitAndHarmsNoOther() => Loop.Run(async () =>
    {
        for (var round = 0; round < 3; round++)
        {
            Assert.Equal("caught, went on", await Coro.CreateTask(Caught()));
            await Expect.Throws<Boom>(Coro.CreateTask(Escapes()));
            // These get the strands and frames that the failed ones have left.
            var cancelled = Coro.CreateTask(Work.Forever());
            Assert.Equal(1, await Coro.CreateTask(Work.Return(1, turns: 2)));
            Assert.Equal(7, await Coro.CreateTask(Foreign()));
            cancelled.Cancel();
            await Expect.Throws<CancelledException>(cancelled);
        }

        static async Coro<string> Caught()
        {
            try
            {
                await new Hook(_ => throw new Boom());
                return "resumed";
            }
            catch (Boom)
            {
                await Coro.Yield();
                return "caught, went on";
            }
        }

        static async Coro Escapes() => await new Hook(_ => throw new Boom());

        static async Coro<int> Foreign() => await new Operation().EndSoon();
    });

    [Fact]
    public void Await_OfDifferentAwaitersInTurn_KeepsThemApart() => Loop.Run(async () =>
    {
        var loop = EventLoop.Running;
        for (var i = 0; i < 10; i++)
        {
            await new Hook(continuation => loop.CallSoon(continuation));
            Assert.Equal(i, await Task.Run(() => i));
            await Coro.Yield();
            await new ValueTask(Task.Run(() => { }));
            Assert.Equal("x", await Task.Run(() => "x").ConfigureAwait(false));
            await Task.Yield();
            Assert.Equal(i, await Work.Return(i, turns: 1));
        }
    });

    [Fact]
    public void Cancel_BetweenDifferentAwaiters_ArrivesAtEach() => Loop.Run(async () =>
    {
        var caught = new List<string>();
        var task = Coro.CreateTask(Body());
        for (var i = 0; i < 8; i++)
        {
            await Coro.Yield();
            task.Cancel();
            await Loop.Turns(2);
        }
        Assert.Equal("done", await task);
        Assert.Equal(["hook", "task", "int", "value task", "future", "string", "sleep", "object"], caught);
        Assert.Equal(8, task.Cancelling);

        async Coro<string> Body()
        {
            try { await new Hook(_ => { }); } catch (CancelledException) { caught.Add("hook"); }
            try { await new TaskCompletionSource().Task; } catch (CancelledException) { caught.Add("task"); }
            try { await new TaskCompletionSource<int>().Task; } catch (CancelledException) { caught.Add("int"); }
            try { await new ValueTask(new TaskCompletionSource().Task); } catch (CancelledException) { caught.Add("value task"); }
            try { await new Future<string>(); } catch (CancelledException) { caught.Add("future"); }
            try { await new TaskCompletionSource<string>().Task; } catch (CancelledException) { caught.Add("string"); }
            try { await Coro.Sleep(TimeSpan.FromHours(1)); } catch (CancelledException) { caught.Add("sleep"); }
            try { await new TaskCompletionSource<object>().Task; } catch (CancelledException) { caught.Add("object"); }
            return "done";
        }
    });

    /// <summary>An awaitable that hands the continuation to the test.</summary>
    readonly struct Hook(Action<Action> onCompleted) : INotifyCompletion
    {
        public bool IsCompleted => false;

        public Hook GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => onCompleted(continuation);
    }
}
