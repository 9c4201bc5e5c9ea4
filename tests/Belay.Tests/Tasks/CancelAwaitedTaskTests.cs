using Belay.Tests.Support;

namespace Belay.Tests.Tasks;

/// <summary>Awaiting a task and being cancelled cancels that task.</summary>
public class CancelAwaitedTaskTests
{
    [Fact]
    public void Cancel_Awaiter_CancelsTheAwaitedTaskFirst() => Loop.Run(async () =>
    {
        var log = new List<string>();
        var inner = Coro.CreateTask(Work.TellWhenCancelled(() => log.Add("inner")));
        var outer = Coro.CreateTask(Outer());
        await Coro.Yield();
        outer.Cancel();
        Assert.Equal(1, inner.Cancelling);
        await Expect.Throws<CancelledException>(outer);
        Assert.True(inner.IsCancelled);
        Assert.Equal(["inner", "outer"], log);

        async Coro Outer()
        {
            try
            {
                await inner;
            }
            finally
            {
                log.Add("outer");
            }
        }
    });

    [Fact]
    public void Cancel_AwaiterOfATaskThatSwallows_GoesOnWithItsValue() => Loop.Run(async () =>
    {
        var inner = Coro.CreateTask(Swallow());
        var outer = Coro.CreateTask(Outer());
        await Coro.Yield();
        outer.Cancel();
        Assert.Equal(5, await outer);
        Assert.False(outer.IsCancelled);
        Assert.Equal(1, outer.Cancelling);
        Assert.Equal(1, inner.Cancelling);

        async Coro<int> Outer() => await inner;

        static async Coro<int> Swallow()
        {
            try
            {
                await Work.Forever();
                return 0;
            }
            catch (CancelledException)
            {
                return 5;
            }
        }
    });

    [Fact]
    public void Cancel_AwaiterOfATaskThatFailsInstead_GetsTheFailure() => Loop.Run(async () =>
    {
        var inner = Coro.CreateTask(Work.FailWhenCancelled(new Boom()));
        var outer = Coro.CreateTask(Outer());
        await Coro.Yield();
        outer.Cancel();
        await Expect.Throws<Boom>(outer);
        Assert.False(outer.IsCancelled);

        async Coro Outer() => await inner;
    });

    [Fact]
    public void Cancel_OfItselfThenAwaitOfATask_CancelsThatTask() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        CoroTask<int>? nested = null;
        var task = Coro.CreateTask(Body());
        await Expect.Throws<CancelledException>(task);
        Assert.True(nested!.IsCancelled);
        Assert.True(future.IsCancelled);

        async Coro Body()
        {
            nested = Coro.CreateTask(Wait());
            await Coro.Yield();
            Coro.CurrentTask.Cancel();
            await nested;
        }

        async Coro<int> Wait() => await future;
    });

    [Fact]
    public void Cancel_HeadOfAChainOfTasks_CancelsToTheEnd() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        var third = Coro.CreateTask(Wait(future));
        var second = Coro.CreateTask(Wait(third));
        var first = Coro.CreateTask(Wait(second));
        await Coro.Yield();
        first.Cancel("down");
        Assert.True(future.IsCancelled);
        Assert.Equal("down", (await Expect.Throws<CancelledException>(first)).Message);
        Assert.True(second.IsCancelled && third.IsCancelled);

        static async Coro<int> Wait(Coro<int> what) => await what;
    });

    [Fact]
    public void Cancel_ThroughInlineFrames_CancelsTheTaskAtTheBottom() => Loop.Run(async () =>
    {
        var log = new List<string>();
        var inner = Coro.CreateTask(Work.Forever());
        var outer = Coro.CreateTask(Top());
        await Coro.Yield();
        outer.Cancel();
        await outer;
        Assert.Equal(["rethrown", "swallowed"], log);
        Assert.True(inner.IsCancelled);
        Assert.False(outer.IsCancelled);

        async Coro Top()
        {
            try
            {
                await Bottom();
            }
            catch (CancelledException)
            {
                log.Add("swallowed");
            }
        }

        async Coro Bottom()
        {
            try
            {
                await inner;
            }
            catch (CancelledException)
            {
                log.Add("rethrown");
                throw;
            }
        }
    });

    [Fact]
    public void Cancel_AwaitedTaskByAnother_CancelsTheAwaiter() => Loop.Run(async () =>
    {
        var inner = Coro.CreateTask(Work.Forever());
        var outer = Coro.CreateTask(Outer());
        await Coro.Yield();
        inner.Cancel();
        await Expect.Throws<CancelledException>(outer);
        Assert.True(outer.IsCancelled);
        Assert.Equal(0, outer.Cancelling);

        async Coro Outer() => await inner;
    });

    [Fact]
    public void Cancel_AnEagerTasksAwaiter_CancelsTheEagerTask() => Loop.Run(async () =>
    {
        var inner = Coro.CreateTask(Work.Forever(), eager: true);
        var outer = Coro.CreateTask(Outer(), eager: true);
        outer.Cancel();
        await Expect.Throws<CancelledException>(outer);
        Assert.True(inner.IsCancelled);

        async Coro Outer() => await inner;
    });
}
