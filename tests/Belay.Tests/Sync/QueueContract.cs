using Belay.Tests.Support;

namespace Belay.Tests.Sync;

/// <summary>What holds for queues of every kind.</summary>
public abstract class QueueContract
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
    public void TaskDone_MoreOftenThanPut_Throws()
    {
        var queue = Make();
        Assert.Throws<InvalidOperationException>(queue.TaskDone);
        queue.TryPut(1);
        queue.TaskDone();
        Assert.Throws<InvalidOperationException>(queue.TaskDone);
    }

    [Fact]
    public void Join_NothingPut_TakesNoTurn() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        var queue = Make();
        await queue.JoinAsync();
        await queue.JoinAsync();
        Assert.Equal(0, turns.Count);
    });

    [Fact]
    public void Join_WaitsUntilAllIsDone() => Loop.Run(async () =>
    {
        var queue = Make();
        for (var i = 0; i < 100; i++)
        {
            queue.TryPut(i);
        }
        var sum = 0;
        var workers = Enumerable.Range(0, 2).Select(_ => Coro.CreateTask(Worker())).ToList();
        await queue.JoinAsync();
        Assert.Equal(Enumerable.Range(0, 100).Sum(), sum);
        workers.ForEach(worker => worker.Cancel());

        async Coro Worker()
        {
            while (true)
            {
                sum += await queue.GetAsync();
                await Coro.Yield();
                queue.TaskDone();
            }
        }
    });

    [Fact]
    public void Join_AfterNewItems_WaitsAgain() => Loop.Run(async () =>
    {
        var queue = Make();
        queue.TryPut(1);
        queue.TaskDone();
        await queue.JoinAsync();
        queue.TryPut(2);
        var join = Coro.CreateTask(queue.JoinAsync());
        await Loop.Turns(3);
        Assert.False(join.IsDone);
        queue.TaskDone();
        await join;
    });

    [Fact]
    public void Shutdown_Empty_EndsGettersAndRefusesAll() => Loop.Run(async () =>
    {
        var queue = Make();
        var getter = Coro.CreateTask(queue.GetAsync());
        await Coro.Yield();
        queue.Shutdown();
        Assert.True(queue.IsShutDown);
        await queue.JoinAsync();
        await Coro.Yield();
        Assert.True(getter.IsDone);
        await Expect.Throws<QueueShutDownException>(getter);
        await RefusesAll(queue);
    });

    [Fact]
    public void Shutdown_WithItems_LetsThemOut() => Loop.Run(async () =>
    {
        var queue = Make(1);
        queue.TryPut(1);
        var join = Coro.CreateTask(queue.JoinAsync());
        var putter = Coro.CreateTask(queue.PutAsync(2));
        await Coro.Yield();
        queue.Shutdown();
        Assert.Equal(1, queue.Count);
        await Expect.Throws<QueueShutDownException>(putter);
        Assert.Equal(1, await queue.GetAsync());
        await Loop.Turns(2);
        Assert.False(join.IsDone);
        await RefusesAll(queue);
        queue.TaskDone();
        await join;
        Assert.Throws<InvalidOperationException>(queue.TaskDone);
    });

    [Fact]
    public void Shutdown_Immediately_DropsWhatIsLeft() => Loop.Run(async () =>
    {
        var queue = Make();
        queue.TryPut(1);
        var join = Coro.CreateTask(queue.JoinAsync());
        await Coro.Yield();
        queue.Shutdown(immediate: true);
        Assert.True(queue.IsEmpty);
        await join;
        await RefusesAll(queue);
        Assert.Throws<InvalidOperationException>(queue.TaskDone);
    });

    [Fact]
    public void Shutdown_ImmediatelyWithItemsInFlight_StillWaitsForThose() => Loop.Run(async () =>
    {
        var queue = Make();
        queue.TryPut(1);
        queue.TryPut(1);
        var join = Coro.CreateTask(queue.JoinAsync());
        await queue.GetAsync();
        queue.Shutdown(immediate: true);
        await Loop.Turns(2);
        Assert.False(join.IsDone);
        queue.TaskDone();
        await join;
        await RefusesAll(queue);
    });

    [Fact]
    public void Shutdown_Twice_SecondTimeImmediately_DropsTheRest() => Loop.Run(async () =>
    {
        var queue = Make();
        queue.TryPut(1);
        queue.Shutdown();
        queue.Shutdown(immediate: true);
        await RefusesAll(queue);
        await queue.JoinAsync();
    });

    [Fact]
    public void ReadAll_TakesWhatIsThereAndWaitsForMore() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        var queue = Make();
        queue.TryPut(1);
        var reader = Coro.CreateTask(Read(queue, turns), eager: true);
        Assert.Equal(["1 at 0"], _log);
        await Loop.Turns(3);
        queue.TryPut(2);
        var before = turns.Count;
        await Coro.Yield();
        Assert.Equal(["1 at 0", $"2 at {before + 1}"], _log);
        queue.Shutdown();
        await Coro.Yield();
        Assert.True(reader.IsDone);
        Assert.Equal("end", _log[^1]);
    });

    [Fact]
    public void ReadAll_OfAQueueShutDown_GivesTheRestWithoutATurn() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        var queue = Make();
        queue.TryPut(1);
        queue.Shutdown();
        await Read(queue, turns);
        await Read(queue, turns);
        Assert.Equal(["1 at 0", "end", "end"], _log);
    });

    [Fact]
    public void ReadAll_ByMany_GivesEachItemToOne() => Loop.Run(async () =>
    {
        var queue = Make(2);
        var got = new List<int>();
        await TaskGroup.Run(async group =>
        {
            for (var i = 0; i < 3; i++)
            {
                group.CreateTask(Collect());
            }
            for (var i = 0; i < 100; i++)
            {
                await queue.PutAsync(i);
            }
            queue.Shutdown();
        });
        Assert.Equal(Enumerable.Range(0, 100), got.Order());

        async Coro Collect()
        {
            await foreach (var item in queue.ReadAllAsync())
            {
                got.Add(item);
            }
        }
    });

    [Fact]
    public void ReadAll_TokenOfTheCaller_IsLookedAtBeforeEachItem() => Loop.Run(async () =>
    {
        var queue = Make();
        queue.TryPut(1);
        queue.TryPut(2);
        using var stop = new CancellationTokenSource();
        var stopped = await Expect.Throws<OperationCanceledException>(async () =>
        {
            await foreach (var item in queue.ReadAllAsync().WithCancellation(stop.Token))
            {
                stop.Cancel();
            }
        });
        Assert.Equal(stop.Token, stopped.CancellationToken);
        Assert.Equal(1, queue.Count);
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

    async Coro Read(AsyncQueue<int> queue, TurnCounter turns)
    {
        await foreach (var item in queue.ReadAllAsync())
        {
            _log.Add($"{item} at {turns.Count}");
        }
        _log.Add("end");
    }

    static async Coro RefusesAll(AsyncQueue<int> queue)
    {
        Assert.Throws<QueueShutDownException>(() => queue.TryPut(1));
        Assert.Throws<QueueShutDownException>(() => queue.TryGet(out _));
        await Expect.Throws<QueueShutDownException>(queue.PutAsync(1));
        await Expect.Throws<QueueShutDownException>(async () => await queue.GetAsync());
    }
}
