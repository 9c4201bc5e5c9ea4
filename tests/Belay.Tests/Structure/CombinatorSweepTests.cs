using Belay.Tests.Support;

namespace Belay.Tests.Structure;

/// <summary>
/// Whoever is cancelled in a combinator, and in whichever turn: no task and no timer is left behind, no request is lost or counted
/// twice, and what was to be protected lives.
/// </summary>
public class CombinatorSweepTests
{
    static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Gather_ItsAwaiter_TakesAllPartsAlong(int times) => Sweep(async sweep =>
    {
        var running = 0;
        sweep.Start(Await());
        var isCancelled = await sweep.IsVictimCancelled();
        // The first part that ends cancelled ends the gather; the others clean up after it.
        await Loop.Turns(5);
        Assert.Equal(0, running);
        return isCancelled;

        async Coro Await() => await Coro.Gather(Part(1), Part(3), Part(2));

        async Coro Part(int turns)
        {
            running++;
            try
            {
                await Loop.Turns(turns);
            }
            finally
            {
                // Which may be cancelled in its turn.
                try
                {
                    await Loop.Turns(2);
                }
                finally
                {
                    running--;
                }
            }
        }
    }, times);

    [Fact]
    public void GatherOutcomes_ItsAwaiter_WaitsForAllParts() => Sweep(async sweep =>
    {
        var running = 0;
        sweep.Start(Await());
        var isCancelled = await sweep.IsVictimCancelled();
        await Loop.Turns(4);
        Assert.Equal(0, running);
        return isCancelled;

        async Coro Await() => await Coro.GatherOutcomes([Part(1), Part(3), Work.Fail(new Boom(), turns: 2)]);

        async Coro Part(int turns)
        {
            running++;
            try
            {
                await Loop.Turns(turns);
            }
            finally
            {
                running--;
            }
        }
    });

    [Fact]
    public void Gather_OneOfItsParts_LeavesTheOthers() => Sweep(async sweep =>
    {
        var other = Coro.CreateTask(Work.Return(7, turns: 5));
        var part = sweep.Start(Loop.Turns(3));
        var outcomes = await Coro.GatherOutcomes([part, other]);
        Assert.Null(outcomes[1]);
        Assert.Equal(outcomes[0] is CancelledException, await sweep.IsVictimCancelled());
        Assert.Equal(0, other.Cancelling);
        return part.IsCancelled;
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Shield_ItsAwaiter_LeavesTheInner(int times) => Sweep(async sweep =>
    {
        var inner = Coro.CreateTask(Work.Return(7, turns: 4));
        sweep.Start(Await());
        var isCancelled = await sweep.IsVictimCancelled();
        Assert.Equal(7, await inner);
        Assert.Equal(0, inner.Cancelling);
        return isCancelled;

        async Coro Await() => Assert.Equal(7, await Coro.Shield(inner));
    }, times);

    [Fact]
    public void Wait_ItsCaller_LeavesTheFuturesAndNoTimer() => Sweep(async sweep =>
    {
        CoroTask<int> a = Coro.CreateTask(Work.Return(1, turns: 2)), b = Coro.CreateTask(Work.Return(2, turns: 4));
        sweep.Start(Await());
        var isCancelled = await sweep.IsVictimCancelled();
        Assert.Equal((1, 2), (await a, await b));
        return isCancelled;

        async Coro Await() => Assert.Equal(2, (await Coro.Wait([a, b], _hour)).Done.Count);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void WaitFor_ItsCaller_TakesTheTaskAlong(int times) => Sweep(async sweep =>
    {
        var inner = Coro.CreateTask(Work.Return(7, turns: 4));
        sweep.Start(Await());
        var isCancelled = await sweep.IsVictimCancelled();
        if (inner.Cancelling > 0) Assert.True(isCancelled);
        await Coro.Wait([inner]);
        return isCancelled;

        async Coro Await() => Assert.Equal(7, await Coro.WaitFor(inner, _hour));
    }, times);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void WaitForNothing_ItsCaller_EndsAsCancelledOrTimedOut(int times) => Sweep(async sweep =>
    {
        var cleanedUp = false;
        var inner = Coro.CreateTask(Work.CleanUpWhenCancelled(3, () => cleanedUp = true));
        await Coro.Yield();
        sweep.Start(Await());
        var isCancelled = await sweep.IsVictimCancelled();
        if (!inner.IsDone) inner.Cancel();
        await Coro.Wait([inner]);
        Assert.True(cleanedUp || inner.IsCancelled);
        return isCancelled;

        async Coro Await() => await Expect.Throws<TimeoutException>(Coro.WaitFor((Coro)inner, TimeSpan.Zero));
    }, times);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Timeout_InTime_CountsTheRequestsOfOthersOnly(int times) => Sweep(async sweep =>
    {
        var task = sweep.Start(Limited());
        var isCancelled = await sweep.IsVictimCancelled();
        Assert.Equal(isCancelled || sweep.HasStruck, task.Cancelling > 0);
        return isCancelled;

        static async Coro Limited() => await Coro.Timeout(_hour, async _ => await Coro.Timeout(_hour, async _ =>
        {
            await Loop.Turns(2);
            await Coro.Gather(Loop.Turns(1), Loop.Turns(2));
        }));
    }, times);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Timeout_Expiring_NeverLosesTheRequestOfAnother(int times) => Sweep(async sweep =>
    {
        var task = sweep.Start(Limited());
        var isCancelled = await sweep.IsVictimCancelled();
        if (sweep.HasStruck)
        {
            // It ended cancelled, or had ended its block before the request came and kept it.
            Assert.InRange(task.Cancelling, 1, 2);
        }
        return isCancelled;

        static async Coro Limited()
        {
            try
            {
                await Coro.Timeout(TimeSpan.Zero, _ => Work.CleanUpWhenCancelled(3));
            }
            catch (TimeoutException)
            {
                await Loop.Turns(2);
            }
        }
    }, times);

    [Fact]
    public void Timeout_RoundAGroup_LeavesNoChild() => Sweep(async sweep =>
    {
        sweep.Start(Limited());
        return await sweep.IsVictimCancelled();

        static async Coro Limited()
        {
            await Expect.Throws<TimeoutException>(Coro.Timeout(TimeSpan.Zero, _ => TaskGroup.Run(async group =>
            {
                group.CreateTask(Work.CleanUpWhenCancelled(2));
                group.CreateTask(Loop.Turns(1));
                await Work.Forever();
            })));
        }
    });

    [Fact]
    public void AsCompleted_ItsReader_LeavesTheTasksToTheNext() => Sweep(async sweep =>
    {
        var tasks = Enumerable.Range(0, 4).Select(i => Coro.CreateTask(Work.Return(i, turns: i * 2))).ToList();
        var completed = Coro.AsCompleted(tasks, _hour);
        var seen = new List<int>();
        sweep.Start(Read());
        var isCancelled = await sweep.IsVictimCancelled();
        await Read();
        // asyncio's iterator too has counted the one that the cancelled reader was waiting for.
        Assert.InRange(seen.Count, isCancelled ? 3 : 4, 4);
        Assert.Equal(seen.Distinct(), seen);
        await Coro.Wait(tasks);
        return isCancelled;

        async Coro Read()
        {
            await foreach (var task in completed)
            {
                seen.Add(task.Result);
            }
        }
    });

    /// <param name="scenario">Says whether the victim ended cancelled, having waited for all that it started.</param>
    /// <param name="times">In so many turns the victim is cancelled.</param>
    static void Sweep(Func<CancellationSweep, Coro<bool>> scenario, int times = 1)
    {
        var cancelled = 0;
        CancellationSweep.Run(async sweep =>
        {
            if (await scenario(sweep)) cancelled++;
            _ = Assert.Single(Coro.AllTasks());
            Assert.Equal(0, EventLoop.Running.TimerCount);
            Assert.Equal(0, Coro.CurrentTask.Cancelling);
        }, times);
        Assert.True(cancelled > 1);
    }
}
