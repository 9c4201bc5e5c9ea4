using Belay.Tests.Support;

namespace Belay.Tests.Sync;

/// <summary>What holds for everything that one at a time can hold.</summary>
public abstract class HoldContract
{
    readonly List<string> _log = [];

    /// <summary>A new one, for another loop.</summary>
    private protected abstract void Renew();

    private protected abstract bool IsLocked { get; }

    private protected abstract Coro<IDisposable> Acquire();

    private protected abstract bool TryAcquire();

    private protected abstract void Release();

    /// <summary>As often as asked, without boxing the releaser.</summary>
    private protected abstract Coro AcquireAndDispose(int count);

    private protected abstract Coro AcquireAndRelease(int count);

    [Fact]
    public void Acquire_Free_TakesNoTurn() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        await Coro.Yield();
        var before = turns.Count;
        await Acquire();
        Assert.True(IsLocked);
        Release();
        Assert.False(IsLocked);
        await AcquireAndDispose(10);
        Assert.Equal(before, turns.Count);
    });

    [Fact]
    public void Acquire_NotAwaited_HoldsNothing() => Loop.Run(async () =>
    {
        var acquiring = Acquire();
        Assert.False(IsLocked);
        await acquiring;
        Assert.True(IsLocked);
    });

    [Fact]
    public void Acquire_Held_GoesOnInTheTurnAfterTheRelease() => Loop.Run(async () =>
    {
        await Acquire();
        var task = Coro.CreateTask(Hold("a"));
        await Loop.Turns(2);
        Release();
        Assert.False(task.IsDone);
        await Coro.Yield();
        Assert.True(task.IsDone);
        Assert.Equal(["a"], _log);
    });

    [Fact]
    public void Release_WithWaiters_IsForTheFirstEvenBeforeItRuns() => Loop.Run(async () =>
    {
        await Acquire();
        Coro.CreateTask(Hold("first"));
        await Coro.Yield();
        Release();
        Assert.False(TryAcquire());
        await Hold("newcomer");
        Assert.Equal(["first", "newcomer"], _log);
    });

    [Fact]
    public void Release_AllWaitersCancelled_LetsANewcomerIn() => Loop.Run(async () =>
    {
        await Acquire();
        var tasks = new[] { Coro.CreateTask(Hold("a")), Coro.CreateTask(Hold("b")) };
        await Coro.Yield();
        tasks[0].Cancel();
        tasks[1].Cancel();
        Release();
        Assert.False(IsLocked);
        Assert.True(TryAcquire());
        Release();
        await Loop.Turns(3);
        Assert.Empty(_log);
        Assert.False(IsLocked);
    });

    [Fact]
    public void Cancel_TheWokenOne_WakesTheNext() => Loop.Run(async () =>
    {
        await Acquire();
        var first = Coro.CreateTask(Hold("first"));
        var second = Coro.CreateTask(Hold("second"));
        await Coro.Yield();
        Release();
        first.Cancel();
        await Loop.Turns(3);
        Assert.True(first.IsCancelled);
        Assert.True(second.IsDone);
        Assert.Equal(["second"], _log);
        Assert.False(IsLocked);
    });

    [Fact]
    public void Cancel_TheWokenOneAlone_LeavesItFree() => Loop.Run(async () =>
    {
        await Acquire();
        var only = Coro.CreateTask(Hold("only"));
        await Coro.Yield();
        Release();
        only.Cancel();
        await Loop.Turns(2);
        Assert.False(IsLocked);
        Assert.True(TryAcquire());
    });

    [Fact]
    public void Cancel_TheHolder_ReleasesInItsBlock() => Loop.Run(async () =>
    {
        var holder = Coro.CreateTask(Holder());
        await Coro.Yield();
        Assert.True(IsLocked);
        holder.Cancel();
        await Coro.Yield();
        Assert.False(IsLocked);

        async Coro Holder()
        {
            using (await Acquire())
            {
                await Work.Forever();
            }
        }
    });

    [Fact]
    public void Acquire_ByManyInTurns_HoldsOneAtATime() => Loop.Run(async () =>
    {
        var holders = 0;
        await TaskGroup.Run(async group =>
        {
            await Acquire();
            for (var i = 0; i < 10; i++)
            {
                group.CreateTask(Again($"{i}"));
            }
            await Coro.Yield();
            Release();
        });
        Assert.Equal(Enumerable.Range(0, 3).SelectMany(_ => Enumerable.Range(0, 10)).Select(i => $"{i}"), _log);
        Assert.False(IsLocked);

        async Coro Again(string name)
        {
            for (var i = 0; i < 3; i++)
            {
                using (await Acquire())
                {
                    Assert.Equal(1, ++holders);
                    _log.Add(name);
                    await Loop.Turns(i);
                    holders--;
                }
            }
        }
    });

    [Fact]
    public void Dispose_Twice_ReleasesOnce() => Loop.Run(async () =>
    {
        var releaser = await Acquire();
        releaser.Dispose();
        Assert.False(IsLocked);
        var next = await Acquire();
        releaser.Dispose();
        Assert.True(IsLocked);
        next.Dispose();
        next.Dispose();
        Assert.False(IsLocked);
    });

    [Fact]
    public void Dispose_TwiceWithManyInBetween_ReleasesOnce() => Loop.Run(async () =>
    {
        var early = await Acquire();
        early.Dispose();
        await AcquireAndDispose(5000);
        await AcquireAndRelease(5000);
        await AcquireAndDispose(5000);
        await Acquire();
        early.Dispose();
        Assert.True(IsLocked);
        Release();
        Assert.False(IsLocked);
    });

    [Fact]
    public void TryAcquire_AndRelease_WorkWithoutALoop()
    {
        Assert.True(TryAcquire());
        Assert.True(IsLocked);
        Assert.False(TryAcquire());
        Release();
        Assert.False(IsLocked);
    }

    [Fact]
    public void Acquire_WithoutALoop_NamesRun()
    {
        var misuse = Assert.Throws<InvalidOperationException>(() => Acquire().GetAwaiter().IsCompleted);
        Assert.Contains("Coro.Run", misuse.Message);
    }

    [Fact]
    public void Release_ByACallback_WakesTheWaiter() => Loop.Run(async () =>
    {
        await Acquire();
        EventLoop.Running.CallSoon(Release);
        var task = Coro.CreateTask(Hold("a"));
        await task;
        Assert.Equal(["a"], _log);
    });

    [Fact]
    public void Acquire_AsAnEagerTask_HoldsAtOnce() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Acquire(), eager: true);
        Assert.True(task.IsDone);
        Assert.True(IsLocked);
        task.Result.Dispose();
        Assert.False(IsLocked);
        await Coro.CompletedCoro;
    });

    [Fact]
    public void Acquire_Free_AllocatesNothing() => Loop.Run(async () =>
    {
        Assert.Equal(0, await Allocations.PerOperation(AcquireAndDispose));
        Assert.Equal(0, await Allocations.PerOperation(AcquireAndRelease));
    });

#if !DEBUG      // in which awaits that wait box their awaiters
    [Fact]
    public void Acquire_InTurns_AllocatesNothing() => Loop.Run(async () =>
    {
        Assert.Equal(0, await Allocations.PerOperation(async count =>
        {
            await Acquire();
            var tasks = new List<CoroTask>();
            for (var i = 0; i < 4; i++)
            {
                tasks.Add(Coro.CreateTask(AcquireAndDispose(count / 4 * 10)));
            }
            await Coro.Yield();
            Release();
            foreach (var task in tasks)
            {
                await task;
            }
        }));
    });
#endif

    [Fact]
    public void Sweep_TakingTurns_LosesNothing()
    {
        var runs = CancellationSweep.Run(async sweep =>
        {
            Renew();
            var holders = 0;
            await TaskGroup.Run(async group =>
            {
                group.CreateTask(Again());
                sweep.Start(Again());
                group.CreateTask(Again());
                await sweep.IsVictimCancelled();
            });
            Assert.Equal(0, holders);
            Assert.False(IsLocked);
            Assert.True(TryAcquire());
            Release();

            async Coro Again()
            {
                for (var i = 0; i < 3; i++)
                {
                    using (await Acquire())
                    {
                        Assert.Equal(1, ++holders);
                        try
                        {
                            await Loop.Turns(i);
                        }
                        finally
                        {
                            holders--;
                        }
                    }
                }
            }
        });
        Assert.True(runs > 10, $"Only {runs} runs.");
    }

    async Coro Hold(string name)
    {
        using (await Acquire())
        {
            _log.Add(name);
        }
    }
}
