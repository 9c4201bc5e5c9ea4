using Belay.Tests.Support;

namespace Belay.Tests.Sync;

public class ConditionTests
{
    readonly AsyncCondition _condition = new();
    readonly List<string> _log = [];

    [Fact]
    public void Notify_AndWait_WithoutTheLock_Throw() => Loop.Run(async () =>
    {
        Assert.Contains("AcquireAsync", Assert.Throws<InvalidOperationException>(() => _condition.Notify()).Message);
        Assert.Throws<InvalidOperationException>(_condition.NotifyAll);
        await Expect.Throws<InvalidOperationException>(_condition.WaitAsync());
        await Expect.Throws<InvalidOperationException>(_condition.WaitForAsync(() => false));
        Assert.Throws<InvalidOperationException>(_condition.Release);
    });

    [Fact]
    public void WaitFor_TrueAlready_NeedsNoLock() => Loop.Run(async () => await _condition.WaitForAsync(() => true));

    [Fact]
    public void WaitFor_Null_Throws() => Loop.Run(async () => { await Expect.Throws<ArgumentNullException>(_condition.WaitForAsync(null!)); });

    [Fact]
    public void Notify_WithoutALoop_Works()
    {
        var gate = new AsyncLock();
        var condition = new AsyncCondition(gate);
        Assert.True(gate.TryAcquire());
        Assert.True(condition.IsLocked);
        condition.Notify();
        condition.NotifyAll();
        condition.Release();
        Assert.False(gate.IsLocked);
    }

    [Fact]
    public void Lock_Given_IsTheSame() => Loop.Run(async () =>
    {
        var gate = new AsyncLock();
        var condition = new AsyncCondition(gate);
        using (await condition.AcquireAsync())
        {
            Assert.True(gate.IsLocked);
        }
        using (await gate.AcquireAsync())
        {
            Assert.True(condition.IsLocked);
            await condition.WaitForAsync(() => true);
        }
        Assert.False(condition.IsLocked);
    });

    [Fact]
    public void Wait_ReleasesTheLock_AndHasItAgainAfterwards() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Hold("a"));
        await Coro.Yield();
        Assert.False(_condition.IsLocked);
        using (await _condition.AcquireAsync())
        {
            _condition.Notify();
            await Loop.Turns(3);
            Assert.Empty(_log);
        }
        await task;
        Assert.Equal(["a held"], _log);
        Assert.False(_condition.IsLocked);
    });

    [Fact]
    public void Notify_Some_WakesSoManyInOrder() => Loop.Run(async () =>
    {
        var tasks = new[] { "a", "b", "c", "d" }.Select(name => Coro.CreateTask(Hold(name))).ToList();
        await Loop.Turns(2);
        await Notify(1);
        Assert.Equal(["a held"], _log);
        await Notify(2);
        Assert.Equal(["a held", "b held", "c held"], _log);
        await Notify(0);
        Assert.Equal(3, _log.Count);
        await Notify(2048);
        Assert.Equal(4, _log.Count);
        Assert.All(tasks, task => Assert.True(task.IsDone));
    });

    [Fact]
    public void NotifyAll_WakesAll() => Loop.Run(async () =>
    {
        var tasks = new[] { "a", "b" }.Select(name => Coro.CreateTask(Hold(name))).ToList();
        await Loop.Turns(2);
        using (await _condition.AcquireAsync())
        {
            _condition.NotifyAll();
        }
        await Loop.Turns(5);
        Assert.All(tasks, task => Assert.True(task.IsDone));
        Assert.Equal(["a held", "b held"], _log);
    });

    [Fact]
    public void WaitFor_TestsWithTheLockHeld_UntilTrue() => Loop.Run(async () =>
    {
        var value = 0;
        var task = Coro.CreateTask(Wait());
        for (var i = 0; i < 3; i++)
        {
            await Coro.Yield();
            using (await _condition.AcquireAsync())
            {
                value++;
                _condition.Notify();
            }
        }
        await task;
        Assert.Equal(["0", "1", "2", "3"], _log);

        async Coro Wait()
        {
            using (await _condition.AcquireAsync())
            {
                await _condition.WaitForAsync(() =>
                {
                    Assert.True(_condition.IsLocked);
                    _log.Add($"{value}");
                    return value == 3;
                });
            }
        }
    });

    [Fact]
    public void WaitFor_PredicateThrows_LeavesWithTheLockHeld() => Loop.Run(async () =>
    {
        using (await _condition.AcquireAsync())
        {
            await Expect.Throws<Boom>(_condition.WaitForAsync(() => throw new Boom()));
            Assert.True(_condition.IsLocked);
        }
    });

    [Fact]
    public void Cancel_WhileItWaits_HasTheLockWhenItLeaves() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Hold("a"));
        await Coro.Yield();
        await _condition.AcquireAsync();
        task.Cancel("stop");
        await Loop.Turns(5);
        Assert.False(task.IsDone);
        Assert.Empty(_log);
        _condition.Release();
        Assert.Equal("stop", (await Expect.Throws<CancelledException>(task)).Message);
        Assert.Equal(["a held"], _log);
        Assert.False(_condition.IsLocked);
    });

    [Fact]
    public void Cancel_AgainAndAgainWhileItTakesTheLock_ThrowsTheLast() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Hold("a"));
        await Coro.Yield();
        await _condition.AcquireAsync();
        foreach (var message in new[] { "1", "2", "3" })
        {
            task.Cancel(message);
            await Loop.Turns(2);
        }
        Assert.Equal(3, task.Cancelling);
        _condition.Release();
        Assert.Equal("3", (await Expect.Throws<CancelledException>(task)).Message);
    });

    [Fact]
    public void Cancel_WhileItTakesTheLockAfterANotify_Throws() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Hold("a"));
        await Coro.Yield();
        await _condition.AcquireAsync();
        _condition.Notify();
        await Coro.Yield();
        task.Cancel();
        await Coro.Yield();
        _condition.Release();
        await Loop.Turns(2);
        Assert.True(task.IsCancelled);
        Assert.Equal(["a held"], _log);
        Assert.False(_condition.IsLocked);
    });

    [Fact]
    public void Cancel_WhileItWaits_ThrowsTheSameExceptionThatTheTaskEndsWith() => Loop.Run(async () =>
    {
        CancelledException? seen = null;
        var task = Coro.CreateTask(Wait());
        await Coro.Yield();
        task.Cancel("stop");
        var escaped = await Expect.Throws<CancelledException>(task);
        Assert.Same(seen, escaped);

        async Coro Wait()
        {
            using (await _condition.AcquireAsync())
            {
                try
                {
                    await _condition.WaitForAsync(() => false);
                }
                catch (CancelledException cancelled)
                {
                    seen = cancelled;
                    throw;
                }
            }
        }
    });

    [Theory]
    [InlineData(0)]     // before the notified one runs
    [InlineData(1)]     // while it waits for the lock
    public void Cancel_TheNotifiedOne_NotifiesAnother(int turns) => Loop.Run(async () =>
    {
        var items = 0;
        var tasks = new[] { Coro.CreateTask(Consume()), Coro.CreateTask(Consume()) };
        await Coro.Yield();
        using (await _condition.AcquireAsync())
        {
            items++;
            _condition.Notify();
            await Loop.Turns(turns);
            tasks[0].Cancel();
        }
        await Loop.Turns(5);
        Assert.True(tasks[0].IsCancelled);
        Assert.True(tasks[1].IsDone);
        Assert.Equal(0, items);

        async Coro Consume()
        {
            using (await _condition.AcquireAsync())
            {
                await _condition.WaitForAsync(() => items > 0);
                items--;
            }
        }
    });

    [Fact]
    public void Cancel_OneThatWasNotNotified_NotifiesAnotherToo() => Loop.Run(async () =>
    {
        var first = Coro.CreateTask(Hold("a"));
        Coro.CreateTask(Hold("b"));
        await Loop.Turns(2);
        first.Cancel();
        await Loop.Turns(5);
        Assert.Equal(["a held", "b held"], _log);
    });

    [Fact]
    public void Wait_WhoseLockIsOfAnotherLoop_ThrowsAndKeepsTheLock()
    {
        Loop.Run(async () =>
        {
            var task = Coro.CreateTask(Hold("a"));
            await Coro.Yield();
            await Notify(1);
            await task;
        });
        Loop.Run(async () =>
        {
            using (await _condition.AcquireAsync())
            {
                await Expect.Throws<InvalidOperationException>(_condition.WaitAsync());
                Assert.True(_condition.IsLocked);
            }
        });
    }

    [Fact]
    public void Wait_BesideOthersWhoQueue_TakesTheLockInItsTurn() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Hold("waiter"));
        await Coro.Yield();
        await _condition.AcquireAsync();
        var queued = Coro.CreateTask(Take("queued"));
        await Coro.Yield();
        _condition.Notify();
        await Coro.Yield();
        var late = Coro.CreateTask(Take("late"));
        await Coro.Yield();
        _condition.Release();
        await late;
        Assert.True(task.IsDone && queued.IsDone);
        Assert.Equal(["queued", "waiter held", "late"], _log);

        async Coro Take(string name)
        {
            using (await _condition.AcquireAsync())
            {
                _log.Add(name);
            }
        }
    });

    async Coro Hold(string name)
    {
        using (await _condition.AcquireAsync())
        {
            try
            {
                await _condition.WaitAsync();
            }
            finally
            {
                Assert.True(_condition.IsLocked);
                _log.Add($"{name} held");
            }
        }
    }

    async Coro Notify(int count)
    {
        using (await _condition.AcquireAsync())
        {
            _condition.Notify(count);
        }
        await Loop.Turns(5);
    }
}
