using Belay.Tests.Support;

namespace Belay.Tests.Sync;

/// <summary>What a lock has beside what <see cref="HoldContract"/> and <see cref="WaitContract"/> say.</summary>
public class LockTests
{
    readonly AsyncLock _gate = new();
    readonly List<string> _log = [];

    [Fact]
    public void Release_Free_SaysWhichLock()
    {
        _gate.Name = "door";
        Assert.Contains("door", Assert.Throws<InvalidOperationException>(_gate.Release).Message);
    }

    [Fact]
    public void Release_Twice_Throws() => Loop.Run(async () =>
    {
        await _gate.AcquireAsync();
        _gate.Release();
        Assert.Throws<InvalidOperationException>(_gate.Release);
    });

    [Fact]
    public void Dispose_AfterAReleaseByHand_Throws() => Loop.Run(async () =>
    {
        var releaser = await _gate.AcquireAsync();
        _gate.Release();
        Assert.Throws<InvalidOperationException>(() => releaser.Dispose());
        releaser.Dispose();
    });

    [Fact]
    public void Dispose_OfTheDefault_DoesNothing()
    {
        default(AsyncLock.Releaser).Dispose();
        Assert.False(_gate.IsLocked);
    }

    [Fact]
    public void Name_Default_IsNumbered()
    {
        var next = new AsyncLock();
        Assert.Matches("^lock-[0-9]+$", next.Name);
        Assert.NotEqual(_gate.Name, next.Name);
        Assert.Throws<ArgumentNullException>(() => next.Name = null!);
    }

    [Fact]
    public void Acquire_SeveralReleasedByOthers_EachGetsItsTurn() => Loop.Run(async () =>
    {
        await _gate.AcquireAsync();
        var first = Coro.CreateTask(Take("1"));
        var second = Coro.CreateTask(Take("2"));
        await Coro.Yield();
        Assert.Empty(_log);

        _gate.Release();
        await Coro.Yield();
        Assert.Equal(["1"], _log);
        await Coro.Yield();
        Assert.Equal(["1"], _log);

        var third = Coro.CreateTask(Take("3"));
        _gate.Release();
        await Coro.Yield();
        Assert.Equal(["1", "2"], _log);

        _gate.Release();
        await Coro.Yield();
        Assert.Equal(["1", "2", "3"], _log);
        Assert.True(first.IsDone && second.IsDone && third.IsDone);

        async Coro Take(string name)
        {
            await _gate.AcquireAsync();
            _log.Add(name);
        }
    });

    [Fact]
    public void Cancel_AndRelease_InOneCallback_GivesItToOne() => Loop.Run(async () =>
    {
        var taken = 0;
        await _gate.AcquireAsync();
        var tasks = Enumerable.Range(0, 3).Select(_ => Coro.CreateTask(Take())).ToList();
        await Coro.Yield();
        EventLoop.Running.CallSoon(() =>
        {
            tasks[0].Cancel();
            _gate.Release();
        });
        await Expect.Throws<CancelledException>(tasks[0]);
        Assert.Equal(1, taken);
        Assert.True(tasks[1].IsDone);
        Assert.False(tasks[2].IsDone);

        async Coro Take()
        {
            await _gate.AcquireAsync();
            taken++;
        }
    });

    [Fact]
    public void Release_FirstWaiterCancelledButNotRun_WakesNobodyYet() => Loop.Run(async () =>
    {
        await _gate.AcquireAsync();
        var first = Coro.CreateTask(_gate.AcquireAsync());
        var second = Coro.CreateTask(_gate.AcquireAsync());
        await Coro.Yield();
        first.Cancel();
        _gate.Release();
        await Coro.Yield();
        Assert.True(first.IsCancelled);
        Assert.False(_gate.IsLocked);      // the first has only now passed it on
        await Coro.Yield();
        Assert.True(_gate.IsLocked);
        Assert.True(second.IsDone);
    });

    [Fact]
    public void TryAcquire_InATask_MakesItTheOwner() => Loop.Run(async () =>
    {
        Assert.True(_gate.TryAcquire());
        await Expect.Throws<DeadlockException>(async () => await _gate.AcquireAsync());
    });

    [Fact]
    public void Acquire_ATenthOfAMillionWaiters_AllGetIt() => Loop.Run(async () =>
    {
        const int Count = 100_000;
        var order = new List<int>(Count);
        await TaskGroup.Run(async group =>
        {
            using var held = await _gate.AcquireAsync();
            for (var i = 0; i < Count; i++)
            {
                group.CreateTask(Take(i));
            }
            await Coro.Yield();
        });
        Assert.Equal(Enumerable.Range(0, Count), order);

        async Coro Take(int number)
        {
            using (await _gate.AcquireAsync())
            {
                order.Add(number);
            }
        }
    });

    [Fact]
    public void Cancel_ATenthOfAMillionWaitersFromTheEnd_IsNotQuadratic() => Loop.Run(async () =>
    {
        await _gate.AcquireAsync();
        var tasks = Enumerable.Range(0, 100_000).Select(_ => Coro.CreateTask(_gate.AcquireAsync())).ToList();
        await Coro.Yield();
        for (var i = tasks.Count - 1; i >= 0; i--)
        {
            tasks[i].Cancel();
        }
        await Loop.Turns(3);
        Assert.All(tasks, task => Assert.True(task.IsCancelled));
        Assert.False(_gate.Waiters.IsClaimed);
    });
}
