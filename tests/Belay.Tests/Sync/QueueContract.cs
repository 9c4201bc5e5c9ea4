using Belay.Tests.Support;

namespace Belay.Tests.Sync;

/// <summary>What holds for queues of every kind.</summary>
public abstract partial class QueueContract
{
    readonly List<string> _log = [];

    private protected abstract AsyncQueue<int> Make(int maxSize = 0);

    [Fact]
    public void New_IsEmpty()
    {
        var queue = Make();
        Assert.Equal((0, 0, true, false, false), (queue.MaxSize, queue.Count, queue.IsEmpty, queue.IsFull, queue.IsShutDown));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void MaxSize_ZeroOrLess_IsUnbounded(int maxSize)
    {
        var queue = Make(maxSize);
        for (var i = 0; i < 1000; i++)
        {
            Assert.True(queue.TryPut(i));
        }
        Assert.False(queue.IsFull);
        Assert.Equal((maxSize, 1000), (queue.MaxSize, queue.Count));
    }

    [Fact]
    public void TryPut_Full_IsRefused()
    {
        var queue = Make(1);
        Assert.True(queue.TryPut(1));
        Assert.True(queue.IsFull);
        Assert.False(queue.TryPut(2));
        Assert.True(queue.TryGet(out var item));
        Assert.Equal(1, item);
        Assert.True(queue.IsEmpty);
        Assert.False(queue.TryGet(out _));
    }

    [Fact]
    public void PutAndGet_WithPlaceAndItem_TakeNoTurn() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        var queue = Make(1);
        for (var i = 0; i < 5; i++)
        {
            await queue.PutAsync(i);
            Assert.Equal(i, await queue.GetAsync());
        }
        Assert.Equal(0, turns.Count);
    });

    [Fact]
    public void Put_NotAwaited_PutsNothing() => Loop.Run(async () =>
    {
        var queue = Make();
        var put = queue.PutAsync(1);
        var get = queue.GetAsync();
        Assert.True(queue.IsEmpty);
        await put;
        Assert.Equal(1, queue.Count);
        Assert.Equal(1, await get);
    });

    [Fact]
    public void Put_Full_WaitsForAPlace() => Loop.Run(async () =>
    {
        var queue = Make(2);
        var task = Coro.CreateTask(Put());
        await Loop.Turns(2);
        Assert.Equal(["0", "1"], _log);
        await queue.GetAsync();
        await Coro.Yield();
        Assert.Equal(["0", "1", "2"], _log);
        Assert.True(task.IsDone);
        Assert.Equal(2, queue.Count);

        async Coro Put()
        {
            for (var i = 0; i < 3; i++)
            {
                await queue.PutAsync(i);
                _log.Add($"{i}");
            }
        }
    });

    [Fact]
    public void Get_WokenForAnItemThatANewcomerTook_WaitsOn() => Loop.Run(async () =>
    {
        var queue = Make();
        var getter = Coro.CreateTask(queue.GetAsync());
        await Coro.Yield();
        queue.TryPut(1);
        Assert.Equal(1, queue.Count);       // until the getter runs
        Assert.Equal(1, await queue.GetAsync());
        await Loop.Turns(2);
        Assert.False(getter.IsDone);
        queue.TryPut(2);
        Assert.Equal(2, await getter);
    });

    [Fact]
    public void Put_WokenForAPlaceThatANewcomerTook_WaitsOn() => Loop.Run(async () =>
    {
        var queue = Make(1);
        queue.TryPut(1);
        var putter = Coro.CreateTask(queue.PutAsync(3));
        await Coro.Yield();
        queue.TryGet(out _);
        Assert.True(queue.TryPut(2));
        await Loop.Turns(2);
        Assert.False(putter.IsDone);
        Assert.Equal(2, await queue.GetAsync());
        await putter;
        Assert.Equal(3, await queue.GetAsync());
    });

    [Fact]
    public void Cancel_AWokenGetter_LosesNoItem() => Loop.Run(async () =>
    {
        var queue = Make();
        var first = Coro.CreateTask(queue.GetAsync());
        var second = Coro.CreateTask(queue.GetAsync());
        await Coro.Yield();
        queue.TryPut(1);
        first.Cancel();
        Assert.Equal(1, await second);
        await Expect.Throws<CancelledException>(first);
        Assert.True(queue.IsEmpty);
    });

    [Fact]
    public void Cancel_AWokenPutter_LosesNoPlace() => Loop.Run(async () =>
    {
        var queue = Make(1);
        queue.TryPut(1);
        var first = Coro.CreateTask(queue.PutAsync(2));
        var second = Coro.CreateTask(queue.PutAsync(3));
        await Coro.Yield();
        queue.TryGet(out _);
        first.Cancel();
        await second;
        await Expect.Throws<CancelledException>(first);
        Assert.Equal(3, await queue.GetAsync());
        Assert.True(queue.IsEmpty);
    });

    [Fact]
    public void Cancel_OneOfManyGetters_EachItemGoesToAnother() => Loop.Run(async () =>
    {
        var queue = Make();
        var tasks = Enumerable.Range(0, 3).Select(_ => Coro.CreateTask(queue.GetAsync())).ToList();
        await Coro.Yield();
        queue.TryPut(1);
        queue.TryPut(2);
        tasks[0].Cancel();
        await Expect.Throws<CancelledException>(tasks[0]);
        Assert.Equal(3, await tasks[1] + await tasks[2]);
    });

    [Fact]
    public void Get_EmptiesAFullQueueForItsPutters() => Loop.Run(async () =>
    {
        var queue = Make(2);
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Drain());
            for (var i = 0; i < 4; i++)
            {
                group.CreateTask(queue.PutAsync(i));
            }
        });
        Assert.Equal(2, queue.Count);

        async Coro Drain()
        {
            await Coro.Yield();
            while (queue.TryGet(out _))
            {
            }
        }
    });

    [Fact]
    public void ProducersAndConsumers_HandOverEverything() => Loop.Run(async () =>
    {
        var queue = Make(3);
        var got = new List<int>();
        await TaskGroup.Run(async group =>
        {
            for (var i = 0; i < 4; i++)
            {
                group.CreateTask(Produce(i * 100));
                group.CreateTask(Consume());
            }
        });
        Assert.Equal(Enumerable.Range(0, 4).SelectMany(i => Enumerable.Range(i * 100, 50)), got.Order());
        Assert.True(queue.IsEmpty);

        async Coro Produce(int from)
        {
            for (var i = 0; i < 50; i++)
            {
                await queue.PutAsync(from + i);
            }
        }

        async Coro Consume()
        {
            for (var i = 0; i < 50; i++)
            {
                got.Add(await queue.GetAsync());
            }
        }
    });

    [Fact]
    public void PutAndGet_WithPlaceAndItem_AllocateNothing() => Loop.Run(async () =>
    {
        var queue = Make(1);
        Assert.Equal(0, await Allocations.PerOperation(async count =>
        {
            for (var i = 0; i < count; i++)
            {
                await queue.PutAsync(i);
                await queue.GetAsync();
            }
        }));
    });

    [Fact]
    public void Sweep_AGetter_LosesNoItem() => CancellationSweep.Run(async sweep =>
    {
        var queue = Make(2);
        var got = new List<int>();
        await TaskGroup.Run(async group =>
        {
            sweep.Start(Get(int.MaxValue));
            group.CreateTask(Get(int.MaxValue));
            for (var i = 0; i < 8; i++)
            {
                await queue.PutAsync(i);
            }
            await Loop.Turns(3);
            queue.Shutdown();
            await sweep.IsVictimCancelled();
        });
        Assert.Equal(Enumerable.Range(0, 8), got.Order());
        Assert.False(queue.Getters.IsClaimed || queue.Putters.IsClaimed);
        await queue.JoinAsync();

        async Coro Get(int count)
        {
            await foreach (var item in queue.ReadAllAsync())
            {
                got.Add(item);
                queue.TaskDone();
            }
        }
    });

    [Fact]
    public void Sweep_APutter_PutsAllOrNothing() => CancellationSweep.Run(async sweep =>
    {
        var queue = Make(1);
        var (put, got) = (0, 0);
        await TaskGroup.Run(async group =>
        {
            sweep.Start(Put());
            group.CreateTask(Put());
            var getter = group.CreateTask(Get());
            await sweep.IsVictimCancelled();
            await Loop.Turns(20);
            Assert.Equal(put, got + queue.Count);
            Assert.False(queue.Putters.IsClaimed);
            getter.Cancel();
        });

        async Coro Put()
        {
            for (var i = 0; i < 4; i++)
            {
                await queue.PutAsync(i);
                put++;
            }
        }

        async Coro Get()
        {
            while (true)
            {
                await queue.GetAsync();
                got++;
            }
        }
    });
}
