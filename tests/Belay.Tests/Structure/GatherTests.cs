using Belay.Tests.Support;

namespace Belay.Tests.Structure;

/// <summary>Gathers in which nothing goes wrong.</summary>
public class GatherTests
{
    [Fact]
    public void Gather_Coroutines_GivesResultsInArgumentOrder() => Loop.Run(async () =>
    {
        var results = await Coro.Gather([Work.Return(1, turns: 3), Work.Return(2), Work.Return(3, turns: 1)]);
        Assert.Equal([1, 2, 3], results);
    });

    [Fact]
    public void Gather_Futures_IsDoneWithTheLast() => Loop.Run(async () =>
    {
        Future<int> a = new(), b = new(), c = new();
        var gather = Coro.Gather(new[] { a, b, c });
        b.SetResult(1);
        a.SetResult(2);
        await Loop.Turns(3);
        Assert.False(gather.IsDone);
        c.SetResult(3);
        Assert.False(gather.IsDone);
        await Loop.Turns(1);
        Assert.Equal([2, 1, 3], gather.Result);
    });

    [Fact]
    public void Gather_Tasks_GivesTheirResults() => Loop.Run(async () =>
    {
        var tasks = new[] { Coro.CreateTask(Work.Return("a", turns: 2)), Coro.CreateTask(Work.Return("b")) };
        Assert.Equal(["a", "b"], await Coro.Gather(tasks));
    });

    [Fact]
    public void Gather_CoroutinesWithoutResults_RunsAll() => Loop.Run(async () =>
    {
        var log = new List<string>();
        await Coro.Gather(Log("a", 2), Log("b", 0), Log("c", 1));
        Assert.Equal(["b", "c", "a"], log);

        async Coro Log(string what, int turns)
        {
            await Loop.Turns(turns);
            log.Add(what);
        }
    });

    [Fact]
    public void Gather_MixedKindsWithoutResults_WaitsForAll() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        var task = Coro.CreateTask(Work.Return(1, turns: 2));
        var gather = Coro.Gather(future, task, Work.Return("x", turns: 1));
        EventLoop.Running.CallSoon(() => future.SetResult(1));
        await gather;
        Assert.True(task.IsDone);
    });

    [Fact]
    public void Gather_CollectionOfPlainTasks_WaitsForAll() => Loop.Run(async () =>
    {
        var tasks = new List<CoroTask> { Coro.CreateTask(Loop.Turns(2)), Coro.CreateTask(Loop.Turns(1)) };
        await Coro.Gather(tasks);
        Assert.All(tasks, task => Assert.True(task.IsDone));
    });

    [Fact]
    public void Gather_CollectionOfPlainCoroutines_WaitsForAll() => Loop.Run(async () =>
    {
        var count = 0;
        await Coro.Gather(Enumerable.Range(0, 5).Select(_ => Count()));
        Assert.Equal(5, count);

        async Coro Count()
        {
            await Coro.Yield();
            count++;
        }
    });

    [Fact]
    public void Gather_Nothing_IsDoneAtOnce() => Loop.Run(async () =>
    {
        Assert.Empty(Coro.Gather(Array.Empty<Coro<int>>()).Result);
        Assert.Empty(Coro.Gather(new List<CoroTask<int>>()).Result);
        Assert.Empty(Coro.Gather(Enumerable.Empty<Future<int>>()).Result);
        Assert.True(Coro.Gather().IsDone);
        Assert.True(Coro.Gather(new List<CoroTask>()).IsDone);
        await Coro.Gather();
    });

    [Fact]
    public void Gather_NothingWhereNoLoopRuns_Throws() =>
        Assert.Throws<InvalidOperationException>(() => Coro.Gather(Array.Empty<Coro<int>>()));

    [Fact]
    public void Gather_CoroutinesWhereNoLoopRuns_Throws() =>
        Assert.Throws<InvalidOperationException>(() => Coro.Gather([Work.Return(1)]));

    [Fact]
    public void Gather_AtTheCall_SchedulesItsCoroutines() => Loop.Run(async () =>
    {
        var started = 0;
        var gather = Coro.Gather([Start(), Start()]);
        Assert.Equal(0, started);
        Assert.Equal(3, Coro.AllTasks().Count);
        await Coro.Yield();
        Assert.Equal(2, started);
        Assert.False(gather.IsDone);
        await gather;

        async Coro<int> Start()
        {
            started++;
            await Coro.Yield();
            return started;
        }
    });

    [Fact]
    public void Gather_TasksThatEndInTheirFirstStep_TakesThreeTurns() => Loop.Run(async () =>
    {
        await Coro.Yield();
        using var turns = new TurnCounter();
        await Coro.Gather([Work.Return(1), Work.Return(2)]);
        // The tasks run, the gather hears of it, its waiter wakes.
        Assert.Equal(3, turns.Count);
    });

    [Fact]
    public void Gather_PartsThatAreDone_IsDoneAtTheCall() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        future.SetResult(1);
        var gather = Coro.Gather(new[] { future, future });
        Assert.Equal([1, 1], gather.Result);
        await gather;
    });

    [Fact]
    public void Gather_SomePartsDone_WaitsForTheOthers() => Loop.Run(async () =>
    {
        var done = new Future<int>();
        done.SetResult(1);
        var gather = Coro.Gather([done, Work.Return(2, turns: 1), Coro.FromResult(3)]);
        Assert.False(gather.IsDone);
        Assert.Equal<int[]>([1, 2, 3], await gather);
    });

    [Fact]
    public void Gather_SameCoroutineSeveralTimes_RunsItOnce() => Loop.Run(async () =>
    {
        var runs = 0;
        var same = Count("abc");
        var gather = Coro.Gather([same, same, Count("def"), same]);
        Assert.Equal(3, Coro.AllTasks().Count);
        Assert.Equal(["abc", "abc", "def", "abc"], await gather);
        Assert.Equal(2, runs);

        async Coro<string> Count(string text)
        {
            runs++;
            await Coro.Yield();
            return text;
        }
    });

    [Fact]
    public void Gather_SameTaskSeveralTimes_WaitsOnce() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Return(1, turns: 2));
        Assert.Equal<int[]>([1, 1, 1], await Coro.Gather(new[] { task, task, task }));
    });

    [Fact]
    public void Gather_SameCoroutineWithoutResultTwice_RunsItOnce() => Loop.Run(async () =>
    {
        var runs = 0;
        var same = Count();
        await Coro.Gather(same, same);
        Assert.Equal(1, runs);

        async Coro Count()
        {
            await Coro.Yield();
            runs++;
        }
    });

    [Fact]
    public void Gather_ValuesAndYields_MayBeGivenAnyNumberOfTimes() => Loop.Run(async () =>
    {
        var value = Coro.FromResult(1);
        Assert.Equal<int[]>([1, 1], await Coro.Gather([value, value]));
        await Coro.Gather(Coro.CompletedCoro, Coro.CompletedCoro, default);
        var yield = Coro.Yield();
        await Coro.Gather(yield, yield);
    });

    [Fact]
    public void Gather_CoroutineUsedBefore_Throws() => Loop.Run(async () =>
    {
        var used = Work.Return(1);
        await used;
        Assert.Throws<InvalidOperationException>(() => Coro.Gather([used]));
        var given = Work.Return(1);
        await Coro.CreateTask(given);
        Assert.Throws<InvalidOperationException>(() => Coro.Gather([given]));
    });

    [Fact]
    public void Gather_CoroutineOfAWaitingTask_Throws() => Loop.Run(async () =>
    {
        var given = Work.Return(1);
        var task = Coro.CreateTask(given);
        Assert.Throws<InvalidOperationException>(() => Coro.Gather([given]));
        await task;
    });

    [Fact]
    public void Gather_Null_Throws() => Loop.Run(async () =>
    {
        Assert.Throws<ArgumentNullException>(() => Coro.Gather((IEnumerable<Coro<int>>)null!));
        Assert.Throws<ArgumentNullException>(() => Coro.Gather((IEnumerable<CoroTask<int>>)null!));
        Assert.Throws<ArgumentNullException>(() => Coro.Gather(new CoroTask<int>[] { null! }));
        Assert.Throws<ArgumentNullException>(() => Coro.Gather((IEnumerable<Coro>)null!));
        await Coro.Yield();
    });

    [Fact]
    public void Gather_EnumerationThatFails_StartsNothing() => Loop.Run(async () =>
    {
        Assert.Throws<Boom>(() => Coro.Gather(Broken()));
        _ = Assert.Single(Coro.AllTasks());
        await Coro.Yield();

        static IEnumerable<Coro<int>> Broken()
        {
            yield return Work.Return(1);
            throw new Boom();
        }
    });

    [Fact]
    public void Gather_FuturesOfTwoLoops_Throws()
    {
        using Runner one = new(), other = new();
        Future<int> a = new(one.Loop), b = new(other.Loop);
        Assert.Throws<ArgumentException>(() => Coro.Gather(new[] { a, b }));
        Assert.Throws<ArgumentException>(() => Coro.Gather(a, b));
    }

    [Fact]
    public void Gather_FuturesOfOneLoopFromOutside_BelongsToThatLoop()
    {
        using var runner = new Runner();
        Future<int> a = new(runner.Loop), b = new(runner.Loop);
        var gather = Coro.Gather(new[] { a, b });
        Assert.Same(runner.Loop, gather.Loop);
        runner.Run(Finish());
        Assert.Equal([1, 2], gather.Result);

        async Coro Finish()
        {
            a.SetResult(1);
            b.SetResult(2);
            await gather;
        }
    }

    [Fact]
    public void Gather_Many_GivesAll() => Loop.Run(async () =>
    {
        var results = await Coro.Gather(Enumerable.Range(0, 20_000).Select(i => Work.Return(i, turns: i % 3)));
        Assert.Equal(Enumerable.Range(0, 20_000), results);
    });

    [Fact]
    public void Gather_OfGathers_GivesAll() => Loop.Run(async () =>
    {
        var inner = Coro.Gather([Work.Return(1, turns: 2), Work.Return(2)]);
        var other = Coro.Gather([Work.Return(3)]);
        var results = await Coro.Gather(new[] { inner, other });
        Assert.Equal([1, 2], results[0]);
        Assert.Equal([3], results[1]);
    });

    [Fact]
    public void Gather_EagerTasks_AreOrdinaryParts() => Loop.Run(async () =>
    {
        var done = Coro.CreateTask(Work.Return(1), eager: true);
        var waiting = Coro.CreateTask(Work.Return(2, turns: 1), eager: true);
        Assert.Equal<int[]>([1, 2], await Coro.Gather(new[] { done, waiting }));
    });

    [Fact]
    public void Gather_DoneCallback_IsCalledOnce() => Loop.Run(async () =>
    {
        var calls = 0;
        var gather = Coro.Gather([Work.Return(1), Work.Return(2)]);
        gather.AddDoneCallback(_ => calls++);
        await gather;
        await Loop.Turns(2);
        Assert.Equal(1, calls);
    });

    [Fact]
    public void Gather_PartsOfAGroup_DoNotDisturbTheGroup() => Loop.Run(async () =>
    {
        await TaskGroup.Run(async group =>
        {
            CoroTask<int>[] children = [group.CreateTask(Work.Return(1, turns: 2)), group.CreateTask(Work.Return(2))];
            Assert.Equal<int[]>([1, 2], await Coro.Gather(children));
        });
    });
}
