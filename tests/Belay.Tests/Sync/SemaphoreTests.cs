using Belay.Tests.Support;

namespace Belay.Tests.Sync;

public class SemaphoreTests
{
    readonly List<string> _log = [];

    [Fact]
    public void Constructor_Negative_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AsyncSemaphore(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AsyncBoundedSemaphore(-1));
    }

    [Fact]
    public void Constructor_Zero_IsLocked()
    {
        Assert.True(new AsyncSemaphore(0).IsLocked);
        Assert.False(new AsyncSemaphore().IsLocked);
    }

    [Fact]
    public void Acquire_SeveralPermits_AreTakenOneByOne() => Loop.Run(async () =>
    {
        var semaphore = new AsyncSemaphore(3);
        for (var i = 3; i > 0; i--)
        {
            Assert.False(semaphore.IsLocked);
            await semaphore.AcquireAsync();
        }
        Assert.True(semaphore.IsLocked);
        Assert.False(semaphore.TryAcquire());
        semaphore.Release();
        Assert.True(semaphore.TryAcquire());
    });

    [Fact]
    public void Acquire_TwiceByOneTask_IsNoDeadlock() => Loop.Run(async () =>
    {
        var semaphore = new AsyncSemaphore(1);
        await semaphore.AcquireAsync();
        EventLoop.Running.CallSoon(semaphore.Release);
        await semaphore.AcquireAsync();
        Assert.True(semaphore.IsLocked);
    });

    [Fact]
    public void Release_Unbounded_AddsPermits()
    {
        var semaphore = new AsyncSemaphore(0);
        semaphore.Release();
        semaphore.Release();
        Assert.True(semaphore.TryAcquire());
        Assert.True(semaphore.TryAcquire());
        Assert.False(semaphore.TryAcquire());
    }

    [Fact]
    public void Release_AtTheLimitOfIntegers_Throws()
    {
        var semaphore = new AsyncSemaphore(int.MaxValue);
        Assert.Throws<SemaphoreFullException>(semaphore.Release);
        Assert.True(semaphore.TryAcquire());
        semaphore.Release();
    }

    [Fact]
    public void Release_AboveTheBound_ThrowsAndChangesNothing() => Loop.Run(async () =>
    {
        var semaphore = new AsyncBoundedSemaphore(2);
        Assert.Throws<SemaphoreFullException>(semaphore.Release);
        using (await semaphore.AcquireAsync())
        {
            Assert.True(semaphore.TryAcquire());
            semaphore.Release();
        }
        Assert.Throws<SemaphoreFullException>(semaphore.Release);
        Assert.True(semaphore.TryAcquire());
        Assert.True(semaphore.TryAcquire());
        Assert.False(semaphore.TryAcquire());
    });

    [Fact]
    public void Dispose_AfterAReleaseByHand_ReleasesAnother() => Loop.Run(async () =>
    {
        var semaphore = new AsyncSemaphore(1);
        using (await semaphore.AcquireAsync())
        {
            semaphore.Release();
        }
        Assert.True(semaphore.TryAcquire());
        Assert.True(semaphore.TryAcquire());

        var bounded = new AsyncBoundedSemaphore(1);
        var releaser = await bounded.AcquireAsync();
        bounded.Release();
        Assert.Throws<SemaphoreFullException>(() => releaser.Dispose());
    });

    [Fact]
    public void Dispose_InAnyOrder_ReleasesEachOnce() => Loop.Run(async () =>
    {
        var semaphore = new AsyncBoundedSemaphore(50);
        var random = new Random(1);
        for (var round = 0; round < 20; round++)
        {
            var held = new List<AsyncSemaphore.Releaser>();
            while (!semaphore.IsLocked)
            {
                held.Add(await semaphore.AcquireAsync());
            }
            foreach (var releaser in held.Concat(held).OrderBy(_ => random.Next()).ToList())
            {
                releaser.Dispose();
            }
            Assert.Equal(50, Drain(semaphore));
            Fill(semaphore, 50);
        }
    });

    [Fact]
    public void Release_ForAWaiter_HandsThePermitOver() => Loop.Run(async () =>
    {
        var semaphore = new AsyncSemaphore(0);
        var task = Coro.CreateTask(semaphore.AcquireAsync());
        await Coro.Yield();
        semaphore.Release();
        Assert.True(semaphore.IsLocked);
        Assert.False(semaphore.TryAcquire());
        semaphore.Release();
        Assert.True(semaphore.IsLocked);    // one is free, but somebody is about to come
        await task;
        Assert.False(semaphore.IsLocked);
        Assert.True(semaphore.TryAcquire());
        Assert.True(semaphore.IsLocked);
    });

    [Fact]
    public void Release_ToTheMiddleOfCancelledOnes_FindsTheFirstThatWaits() => Loop.Run(async () =>
    {
        var semaphore = new AsyncSemaphore(0);
        var tasks = Enumerable.Range(0, 4).Select(_ => Coro.CreateTask(semaphore.AcquireAsync())).ToList();
        await Coro.Yield();
        tasks[0].Cancel();
        tasks[1].Cancel();
        semaphore.Release();
        await Loop.Turns(2);
        Assert.True(tasks[2].IsDone);
        Assert.False(tasks[3].IsDone);
        Assert.True(semaphore.IsLocked);
    });

    [Fact]
    public void Acquire_ByTheOneWhoReleased_GoesBehindTheOthers() => Loop.Run(async () =>
    {
        var semaphore = new AsyncSemaphore(1);
        await TaskGroup.Run(async group =>
        {
            foreach (var name in new[] { "a", "b", "c" })
            {
                group.CreateTask(Twice(name));
            }
        });
        Assert.Equal(["a1", "b1", "c1", "a2", "b2", "c2"], _log);

        async Coro Twice(string name)
        {
            for (var i = 1; i <= 2; i++)
            {
                await semaphore.AcquireAsync();
                _log.Add($"{name}{i}");
                await Coro.Yield();
                semaphore.Release();
            }
        }
    });

    [Fact]
    public void Acquire_AfterPermitsForSeveral_RunInTheOrderOfWaiting() => Loop.Run(async () =>
    {
        var semaphore = new AsyncSemaphore(0);
        var first = Coro.CreateTask(First());
        var second = Coro.CreateTask(Second());
        var third = Coro.CreateTask(Take("3"));
        await Coro.Yield();
        Assert.True(semaphore.IsLocked);
        await Loop.Turns(4);
        Assert.True(first.IsDone && second.IsDone && third.IsDone);
        Assert.Equal(["1", "2", "3", "4"], _log);

        async Coro First()
        {
            await semaphore.AcquireAsync();
            Coro.CreateTask(Log("4"));
            _log.Add("1");
        }

        async Coro Second()
        {
            semaphore.Release();
            semaphore.Release();
            semaphore.Release();
            Assert.True(semaphore.IsLocked);
            await Take("2");
        }

        async Coro Take(string name)
        {
            await semaphore.AcquireAsync();
            _log.Add(name);
        }

        async Coro Log(string name) => _log.Add(name);
    });

    [Fact]
    public void Cancel_ByTheHolderAfterItsRelease_LosesNoPermit() => Loop.Run(async () =>
    {
        var semaphore = new AsyncSemaphore(1);
        CoroTask? second = null;
        var first = Coro.CreateTask(First());
        second = Coro.CreateTask(Second());
        await first;
        await Expect.Throws<CancelledException>(second);
        Assert.False(semaphore.IsLocked);
        await semaphore.AcquireAsync();

        async Coro First()
        {
            using (await semaphore.AcquireAsync())
            {
                await Coro.Yield();
            }
            second!.Cancel();
        }

        async Coro Second()
        {
            using (await semaphore.AcquireAsync())
            {
                Assert.Fail("It was cancelled.");
            }
        }
    });

    static int Drain(AsyncSemaphore semaphore)
    {
        var count = 0;
        while (semaphore.TryAcquire())
        {
            count++;
        }
        return count;
    }

    static void Fill(AsyncSemaphore semaphore, int count)
    {
        for (var i = 0; i < count; i++)
        {
            semaphore.Release();
        }
    }
}
