using Belay.Tests.Support;

namespace Belay.Tests.Sync;

/// <summary>Whatever is cancelled, and in whichever turn: nothing is held, counted or queued that should not be, and nobody is left waiting.
/// Locks, semaphores and queues have theirs with their contracts.</summary>
public class CancellationSweepTests
{
    [Fact]
    public void Event_OneOfThoseWhoWait_WakesTheOthers() => CancellationSweep.Run(async sweep =>
    {
        var ready = new AsyncEvent();
        var woken = 0;
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Wait());
            sweep.Start(Wait());
            group.CreateTask(Wait());
            await Loop.Turns(3);
            ready.Set();
            ready.Clear();
            await Loop.Turns(3);
            ready.Set();
            await sweep.IsVictimCancelled();
        });
        Assert.InRange(woken, 4, 6);

        async Coro Wait()
        {
            for (var i = 0; i < 2; i++)
            {
                await ready.WaitAsync();
                woken++;
                await Loop.Turns(1);
            }
        }
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Condition_AConsumer_LosesNoItem(int times) => CancellationSweep.Run(async sweep =>
    {
        var gate = new AsyncLock();
        var condition = new AsyncCondition(gate);
        var (items, taken) = (0, 0);
        var end = false;
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Consume());
            sweep.Start(Consume());
            for (var i = 0; i < 4; i++)
            {
                using (await condition.AcquireAsync())
                {
                    items++;
                    condition.Notify();
                    await Loop.Turns(i % 2);
                }
                await Coro.Yield();
            }
            await Loop.Turns(10);
            Assert.Equal((0, 4), (items, taken));
            using (await condition.AcquireAsync())
            {
                end = true;
                condition.NotifyAll();
            }
            await sweep.IsVictimCancelled();
        });
        Assert.False(gate.IsLocked || gate.Waiters.IsClaimed);

        async Coro Consume()
        {
            using (await condition.AcquireAsync())
            {
                while (true)
                {
                    await condition.WaitForAsync(() => items > 0 || end);
                    if (items == 0)
                    {
                        return;
                    }
                    items--;
                    taken++;
                }
            }
        }
    }, times);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Condition_WhoeverLeavesIt_HoldsTheLock(int times) => CancellationSweep.Run(async sweep =>
    {
        var gate = new AsyncLock();
        var condition = new AsyncCondition(gate);
        var holders = 0;
        sweep.Start(Wait());
        for (var i = 0; i < 2; i++)
        {
            await Loop.Turns(2);
            using (await gate.AcquireAsync())
            {
                Assert.Equal(1, ++holders);
                condition.NotifyAll();
                await Loop.Turns(2);
                holders--;
            }
        }
        await sweep.IsVictimCancelled();
        Assert.False(gate.IsLocked || gate.Waiters.IsClaimed);
        Assert.Equal(0, holders);

        async Coro Wait()
        {
            using (await condition.AcquireAsync())
            {
                try
                {
                    await condition.WaitAsync();
                }
                finally
                {
                    Assert.True(gate.IsLocked);
                    Assert.Equal(1, ++holders);
                    holders--;
                }
            }
        }
    }, times);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Barrier_AFiller_LeavesItUsable(int times) => CancellationSweep.Run(async sweep =>
    {
        var barrier = new AsyncBarrier(3);
        var others = new[] { Coro.CreateTask(Pass()), Coro.CreateTask(Pass()) };
        sweep.Start(Pass());
        await sweep.IsVictimCancelled();
        while (!others.All(task => task.IsDone))
        {
            // Whom the victim has left waiting is let through.
            if (barrier.WaitingCount == 2)
            {
                await barrier.WaitAsync();
            }
            await Coro.Yield();
        }
        await Loop.Turns(5);
        Assert.Equal((0, false), (barrier.WaitingCount, barrier.IsBroken));
        var indexes = new List<int>();
        await TaskGroup.Run(async group =>
        {
            for (var i = 0; i < 3; i++)
            {
                group.CreateTask(Last());
            }
        });
        Assert.Equal([0, 1, 2], indexes.Order());

        async Coro Pass()
        {
            for (var i = 0; i < 2; i++)
            {
                await barrier.WaitAsync();
            }
        }

        async Coro Last() => indexes.Add(await barrier.WaitAsync());
    }, times);

    [Fact]
    public void Barrier_WhoeverResetsOrAborts_LeavesNobodyWaiting() => CancellationSweep.Run(async sweep =>
    {
        var barrier = new AsyncBarrier(3);
        var waiter = Coro.CreateTask(barrier.WaitAsync());
        await Coro.Yield();
        sweep.Start(Change());
        await sweep.IsVictimCancelled();
        await barrier.AbortAsync();
        await Expect.Throws<BrokenBarrierException>(waiter);
        await barrier.ResetAsync();
        Assert.Equal((0, false), (barrier.WaitingCount, barrier.IsBroken));

        async Coro Change()
        {
            await Coro.Yield();
            await barrier.ResetAsync();
            await barrier.AbortAsync();
            await barrier.ResetAsync();
        }
    });

    [Fact]
    public void Semaphore_WithSeveralPermits_LosesNone()
    {
        var runs = CancellationSweep.Run(async sweep =>
        {
            var semaphore = new AsyncBoundedSemaphore(3);
            await TaskGroup.Run(async group =>
            {
                for (var i = 0; i < 4; i++)
                {
                    group.CreateTask(Hold(i));
                }
                sweep.Start(Hold(1));
                group.CreateTask(Hold(2));
                await sweep.IsVictimCancelled();
            });
            for (var i = 0; i < 3; i++)
            {
                Assert.True(semaphore.TryAcquire());
            }
            Assert.False(semaphore.TryAcquire());

            async Coro Hold(int turns)
            {
                for (var i = 0; i < 3; i++)
                {
                    using (await semaphore.AcquireAsync())
                    {
                        await Loop.Turns(turns);
                    }
                    await Coro.Yield();
                }
            }
        });
        Assert.True(runs > 10, $"Only {runs} runs.");
    }

    [Fact]
    public void Lock_BelowALock_LeavesBothFree() => CancellationSweep.Run(async sweep =>
    {
        var (outer, inner) = (new AsyncLock(), new AsyncLock());
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Both());
            sweep.Start(Both());
            group.CreateTask(Both());
            await sweep.IsVictimCancelled();
        });
        Assert.False(outer.IsLocked || inner.IsLocked || outer.Waiters.IsClaimed || inner.Waiters.IsClaimed);

        async Coro Both()
        {
            using (await outer.AcquireAsync())
            {
                await Coro.Yield();
                using (await inner.AcquireAsync())
                {
                    await Coro.Yield();
                }
            }
        }
    });

    [Fact]
    public void Join_WhoeverWaits_LeavesTheOthers() => CancellationSweep.Run(async sweep =>
    {
        var queue = new AsyncQueue<int>();
        queue.TryPut(1);
        var other = Coro.CreateTask(queue.JoinAsync());
        sweep.Start(queue.JoinAsync());
        await Loop.Turns(3);
        queue.TaskDone();
        await other;
        await sweep.IsVictimCancelled();
    });

    [Fact]
    public void Sweep_StrikesBeforeAndAfterEveryStep() => Assert.Equal((3 + 1) + (2 + 1), CancellationSweep.Run(async sweep =>
    {
        sweep.Start(Loop.Turns(2));
        await sweep.IsVictimCancelled();
    }));

    [Fact]
    public void Sweep_AVictimThatLosesSomething_IsFound()
    {
        var failure = Assert.ThrowsAny<Exception>(() => CancellationSweep.Run(async sweep =>
        {
            var held = false;
            sweep.Start(Careless());
            await sweep.IsVictimCancelled();
            Assert.False(held);

            async Coro Careless()
            {
                await Coro.Yield();
                held = true;
                await Coro.Yield();
                held = false;
            }
        }));
        Assert.Contains("Cancelled in turn 2", failure.Message);
    }
}
