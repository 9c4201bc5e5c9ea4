using Belay.Tests.Support;

namespace Belay.Tests.Sync;

/// <summary>Rings of tasks and locks: found by the acquire that would close them, and nothing else is taken for one.</summary>
public class DeadlockTests
{
    readonly AsyncLock _a = new() { Name = "A" };
    readonly AsyncLock _b = new() { Name = "B" };
    readonly AsyncLock _c = new() { Name = "C" };

    [Fact]
    public void Acquire_Twice_NamesTaskAndLock() => Loop.Run(async () =>
    {
        var failure = await Expect.Throws<DeadlockException>(Coro.CreateTask(Twice(), "Ada"));
        Assert.Contains("Ada waits for A, which Ada holds", failure.Message);
        Assert.Contains("semaphore", failure.Message);
        Assert.False(_a.IsLocked);
        Assert.False(_a.Waiters.IsClaimed);

        async Coro Twice()
        {
            using (await _a.AcquireAsync())
            {
                await _a.AcquireAsync();
            }
        }
    });

    [Fact]
    public void Acquire_InOppositeOrders_ThrowsInTheTaskThatClosesTheRing() => Loop.Run(async () =>
    {
        var first = Coro.CreateTask(Both(_a, _b), "Ada");
        var second = Coro.CreateTask(Both(_b, _a), "Bob");
        var failure = await Expect.Throws<DeadlockException>(second);
        Assert.Contains("Bob waits for A, which Ada holds; Ada waits for B, which Bob holds", failure.Message);
        await first;
        Assert.False(_a.IsLocked || _b.IsLocked);
    });

    [Fact]
    public void Acquire_InARingOfThree_NamesAll() => Loop.Run(async () =>
    {
        var tasks = new[] { Coro.CreateTask(Both(_a, _b), "Ada"), Coro.CreateTask(Both(_b, _c), "Bob"), Coro.CreateTask(Both(_c, _a), "Cleo") };
        var failure = await Expect.Throws<DeadlockException>(tasks[2]);
        Assert.Contains("Cleo waits for A, which Ada holds; Ada waits for B, which Bob holds; Bob waits for C, which Cleo holds", failure.Message);
        await tasks[0];
        await tasks[1];
    });

    [Fact]
    public void Acquire_WithOthersInTheQueueBefore_StillFindsTheRing() => Loop.Run(async () =>
    {
        var first = Coro.CreateTask(Both(_a, _b), "Ada");
        var queued = Coro.CreateTask(Take(_a));
        var second = Coro.CreateTask(Both(_b, _a), "Bob");
        await Expect.Throws<DeadlockException>(second);
        await first;
        await queued;
    });

    [Fact]
    public void Acquire_Deep_ThrowsAtThatAwait() => Loop.Run(async () =>
    {
        using (await _a.AcquireAsync())
        {
            await Expect.Throws<DeadlockException>(Down(150));
        }
        await Take(_a);

        async Coro Down(int depth)
        {
            if (depth > 0)
            {
                await Down(depth - 1);
            }
            else
            {
                await _a.AcquireAsync();
            }
        }
    });

    [Fact]
    public void Acquire_AfterADeadlock_Works() => Loop.Run(async () =>
    {
        using (await _a.AcquireAsync())
        {
            for (var i = 0; i < 3; i++)
            {
                await Expect.Throws<DeadlockException>(async () => await _a.AcquireAsync());
            }
        }
        using (await _a.AcquireAsync())
        {
        }
    });

    [Fact]
    public void Acquire_ALongChainWithoutARing_Waits() => Loop.Run(async () =>
    {
        var locks = Enumerable.Range(0, 200).Select(_ => new AsyncLock()).ToList();
        var start = new AsyncEvent();
        await TaskGroup.Run(async group =>
        {
            for (var i = 0; i + 1 < locks.Count; i++)
            {
                group.CreateTask(Hold(locks[i], locks[i + 1]));
            }
            await Coro.Yield();
            start.Set();
        });

        async Coro Hold(AsyncLock mine, AsyncLock next)
        {
            using (await mine.AcquireAsync())
            {
                await start.WaitAsync();
                await Take(next);
            }
        }
    });

    [Fact]
    public void Acquire_ReleasedByAnotherTask_IsNoDeadlock() => Loop.Run(async () =>
    {
        var holder = Coro.CreateTask(Leave(_a));
        await holder;       // it has left the lock locked
        EventLoop.Running.CallSoon(_a.Release);
        await Take(_a);
    });

    [Fact]
    public void Acquire_HeldByATaskThatWaitsForSomethingElse_IsNoDeadlock() => Loop.Run(async () =>
    {
        var ready = new AsyncEvent();
        var holder = Coro.CreateTask(Holder());
        await Coro.Yield();
        EventLoop.Running.CallSoon(ready.Set);
        await Take(_a);
        await holder;

        async Coro Holder()
        {
            using (await _a.AcquireAsync())
            {
                await ready.WaitAsync();
            }
        }
    });

    [Fact]
    public void Acquire_WhoseHolderIsAboutToGetTheOther_IsNoDeadlock() => Loop.Run(async () =>
    {
        await _b.AcquireAsync();
        var first = Coro.CreateTask(Both(_a, _b));
        await Coro.Yield();
        _b.Release();           // from now on it does not wait for B
        await Take(_a);
        await first;
    });

    [Fact]
    public void Acquire_WhoseHolderIsCancelledInTheOther_IsNoDeadlock() => Loop.Run(async () =>
    {
        using (await _b.AcquireAsync())
        {
            var first = Coro.CreateTask(Both(_a, _b));
            await Loop.Turns(2);
            first.Cancel();
            await Take(_a);
            Assert.True(first.IsCancelled);
        }
    });

    [Fact]
    public void Acquire_HeldByACallback_HasNoOwner() => Loop.Run(async () =>
    {
        EventLoop.Running.CallSoon(() => Assert.True(_a.TryAcquire()));
        await Coro.Yield();
        Assert.Null(_a.Owner);
        EventLoop.Running.CallSoon(_a.Release);
        await Take(_a);
    });

    [Fact]
    public void Acquire_InTwoAsyncTaskMethodsOfOneTask_IsNoDeadlock() => Loop.Run(async () =>
    {
        await Task.WhenAll(Critical(), Critical(), Critical());
        Assert.False(_a.IsLocked);

        async Task Critical()
        {
            using (await _a.AcquireAsync())
            {
                await Task.Yield();
            }
        }
    });

    [Fact]
    public void Reacquire_OfACondition_NeverThrows() => Loop.Run(async () =>
    {
        var condition = new AsyncCondition(_a);
        var waiter = Coro.CreateTask(Waiter());
        await Loop.Turns(2);
        await _a.AcquireAsync();
        condition.Notify();
        await Loop.Turns(2);        // the waiter holds B and waits for A
        var failure = await Expect.Throws<DeadlockException>(async () => await _b.AcquireAsync());
        Assert.Contains("which", failure.Message);
        _a.Release();
        await waiter;

        async Coro Waiter()
        {
            using (await _b.AcquireAsync())
            using (await _a.AcquireAsync())
            {
                await condition.WaitAsync();
            }
        }
    });

    [Fact]
    public void Reacquire_OfACondition_MayCloseTheRing() => Loop.Run(async () =>
    {
        var condition = new AsyncCondition(_a);
        var waiter = Coro.CreateTask(Waiter());
        await Loop.Turns(2);
        await _a.AcquireAsync();
        condition.Notify();
        var ringed = Coro.CreateTask(Take(_b));      // waits for the waiter, as it may
        await Loop.Turns(3);
        Assert.False(waiter.IsDone || ringed.IsDone);
        _a.Release();
        await waiter;
        await ringed;

        async Coro Waiter()
        {
            using (await _b.AcquireAsync())
            using (await _a.AcquireAsync())
            {
                await condition.WaitAsync();
            }
        }
    });

    [Fact]
    public void Deadlock_CaughtAndCleanedUp_LeavesAllFree() => Loop.Run(async () =>
    {
        for (var i = 0; i < 3; i++)
        {
            var first = Coro.CreateTask(Both(_a, _b));
            var second = Coro.CreateTask(Both(_b, _a));
            await Expect.Throws<DeadlockException>(second);
            await first;
        }
        Assert.False(_a.IsLocked || _b.IsLocked || _a.Waiters.IsClaimed || _b.Waiters.IsClaimed);
    });

    [Fact]
    public void Cancel_InTheTurnOfTheDeadlock_IsDelivered() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Twice());
        await Coro.Yield();
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.False(_a.IsLocked || _a.Waiters.IsClaimed);

        async Coro Twice()
        {
            using (await _a.AcquireAsync())
            {
                await _a.AcquireAsync();
            }
        }
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Message_InDebugMode_SaysWhereItWasAcquired(bool waited) => Loop.Run(async () =>
    {
        if (waited)
        {
            Coro.CreateTask(Take(_a));
        }
        var failure = await Expect.Throws<DeadlockException>(Coro.CreateTask(Twice()));
        Assert.Contains("acquired at", failure.Message);
        Assert.Contains(nameof(Message_InDebugMode_SaysWhereItWasAcquired), failure.Message);
        Assert.Contains("DeadlockTests.cs", failure.Message);

        async Coro Twice()
        {
            using (await _a.AcquireAsync())
            {
                await _a.AcquireAsync();
            }
        }
    }, new RunOptions { Debug = true });

    [Fact]
    public void Message_WithoutDebugMode_DoesNotLookAtTheStack() => Loop.Run(async () =>
    {
        await _a.AcquireAsync();
        Assert.Null(_a.AcquiredAt);
    }, new RunOptions { Debug = false });

    static async Coro Both(AsyncLock first, AsyncLock second)
    {
        using (await first.AcquireAsync())
        {
            await Coro.Yield();
            using (await second.AcquireAsync())
            {
            }
        }
    }

    static async Coro Take(AsyncLock gate)
    {
        using (await gate.AcquireAsync())
        {
            await Coro.Yield();
        }
    }

    static async Coro Leave(AsyncLock gate) => await gate.AcquireAsync();
}
