using Belay.Tests.Support;

namespace Belay.Tests.Sync;

public class BarrierTests
{
    const int Parties = 5;

    readonly AsyncBarrier _barrier = new(Parties);
    readonly List<string> _log = [];

    [Theory]
    [InlineData(0)]
    [InlineData(-4)]
    public void Constructor_NoParties_Throws(int parties) => Assert.Throws<ArgumentOutOfRangeException>(() => new AsyncBarrier(parties));

    [Fact]
    public void New_IsEmptyAndWhole() => Assert.Equal((Parties, 0, false), (_barrier.Parties, _barrier.WaitingCount, _barrier.IsBroken));

    [Fact]
    public void Wait_Alone_TakesNoTurn() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        var barrier = new AsyncBarrier(1);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(0, await barrier.WaitAsync());
            Assert.Equal(0, barrier.WaitingCount);
        }
        Assert.Equal(0, turns.Count);
    });

    [Fact]
    public void Wait_OneByOne_CountsThoseWhoWait() => Loop.Run(async () =>
    {
        for (var i = 1; i < Parties; i++)
        {
            Coro.CreateTask(_barrier.WaitAsync());
            await Coro.Yield();
            Assert.Equal(i, _barrier.WaitingCount);
        }
        Assert.Equal(Parties - 1, await _barrier.WaitAsync());
        Assert.Equal(0, _barrier.WaitingCount);
        await Loop.Turns(Parties + 2);
        Assert.False(_barrier.IsBroken);
    });

    [Fact]
    public void Wait_All_GiveEachItsIndex() => Loop.Run(async () =>
    {
        for (var round = 0; round < 3; round++)
        {
            var tasks = await All(_barrier.WaitAsync);
            Assert.Equal(Enumerable.Range(0, Parties), tasks.Select(task => task.Result));
        }
    });

    [Fact]
    public void Wait_TwiceInEachTask_HoldsThemTogether() => Loop.Run(async () =>
    {
        var phase = new int[2];
        await All(async () =>
        {
            phase[0]++;
            await _barrier.WaitAsync();
            Assert.Equal(Parties, phase[0]);
            phase[1]++;
            var index = await _barrier.WaitAsync();
            Assert.Equal(Parties, phase[1]);
            return index;
        });
    });

    [Fact]
    public void Wait_WhileOthersLeave_WaitsUntilTheyHave() => Loop.Run(async () =>
    {
        var tasks = Enumerable.Range(0, Parties + 1).Select(_ => Coro.CreateTask(_barrier.WaitAsync())).ToList();
        await Coro.Yield();
        Assert.Equal(0, _barrier.WaitingCount);     // five are leaving, and the sixth is not counted yet
        await Loop.Turns(3);
        Assert.All(tasks[..Parties], task => Assert.True(task.IsDone));
        Assert.Equal(1, _barrier.WaitingCount);
        Assert.False(tasks[Parties].IsDone);
    });

    [Fact]
    public void Cancel_AWaiter_MakesPlaceForAnother() => Loop.Run(async () =>
    {
        var barrier = new AsyncBarrier(3);
        var first = Coro.CreateTask(barrier.WaitAsync());
        var second = Coro.CreateTask(barrier.WaitAsync());
        await Loop.Turns(2);
        Assert.Equal(2, barrier.WaitingCount);
        first.Cancel();
        await Loop.Turns(2);
        Assert.True(first.IsCancelled);
        Assert.Equal(1, barrier.WaitingCount);
        Assert.False(barrier.IsBroken);

        var third = Coro.CreateTask(barrier.WaitAsync());
        await Loop.Turns(2);
        Assert.Equal(2, barrier.WaitingCount);
        await barrier.WaitAsync();
        Assert.Equal((1, 1), (await second, await third));      // an index given twice, as in asyncio
    });

    [Fact]
    public void Reset_Empty_ChangesNothing() => Loop.Run(async () =>
    {
        await _barrier.ResetAsync();
        Assert.Equal((0, false), (_barrier.WaitingCount, _barrier.IsBroken));
    });

    [Fact]
    public void Reset_WithWaiters_SendsThemAwayAndIsUsable() => Loop.Run(async () =>
    {
        var tasks = Enumerable.Range(0, Parties - 1).Select(_ => Coro.CreateTask(_barrier.WaitAsync())).ToList();
        await Coro.Yield();
        await _barrier.ResetAsync();
        foreach (var task in tasks)
        {
            await Expect.Throws<BrokenBarrierException>(task);
        }
        Assert.Equal((0, false), (_barrier.WaitingCount, _barrier.IsBroken));
        Assert.Equal(Enumerable.Range(0, Parties), (await All(_barrier.WaitAsync)).Select(task => task.Result));
    });

    [Fact]
    public void Reset_WhileSomeHaveLeft_SendsTheRestAway() => Loop.Run(async () =>
    {
        var left = 0;
        await All(async () =>
        {
            try
            {
                await _barrier.WaitAsync();
                if (++left == Parties / 2)
                {
                    await _barrier.ResetAsync();
                }
                _log.Add("passed");
            }
            catch (BrokenBarrierException)
            {
                _log.Add("broken");
            }
            return 0;
        });
        Assert.Equal(Parties, _log.Count);
        Assert.Contains("broken", _log);
        Assert.Equal((0, false), (_barrier.WaitingCount, _barrier.IsBroken));
    });

    [Fact]
    public void Reset_WhoeverComesDuringIt_WaitsForTheNextRound() => Loop.Run(async () =>
    {
        var waiters = Enumerable.Range(0, Parties - 1).Select(_ => Coro.CreateTask(_barrier.WaitAsync())).ToList();
        await Coro.Yield();
        await _barrier.ResetAsync();
        var late = Coro.CreateTask(_barrier.WaitAsync());
        foreach (var waiter in waiters)
        {
            await Expect.Throws<BrokenBarrierException>(waiter);
        }
        await Loop.Turns(2);
        Assert.False(late.IsDone);
        Assert.Equal(1, _barrier.WaitingCount);
    });

    [Fact]
    public void Abort_BreaksItForAll() => Loop.Run(async () =>
    {
        var waiter = Coro.CreateTask(_barrier.WaitAsync());
        await Coro.Yield();
        await _barrier.AbortAsync();
        Assert.True(_barrier.IsBroken);
        await Expect.Throws<BrokenBarrierException>(waiter);
        await Expect.Throws<BrokenBarrierException>(async () => await _barrier.WaitAsync());
        Assert.Equal(0, _barrier.WaitingCount);
        Assert.True(_barrier.IsBroken);
    });

    [Fact]
    public void Abort_ThenReset_IsUsableAgain() => Loop.Run(async () =>
    {
        await _barrier.AbortAsync();
        await _barrier.ResetAsync();
        Assert.False(_barrier.IsBroken);
        Assert.Equal(Enumerable.Range(0, Parties), (await All(_barrier.WaitAsync)).Select(task => task.Result));
    });

    [Fact]
    public void Abort_ByOneWhoFailedInside_ReachesTheOthers() => Loop.Run(async () =>
    {
        var broken = 0;
        await All(async () =>
        {
            try
            {
                if (await _barrier.WaitAsync() == Parties / 2)
                {
                    await _barrier.AbortAsync();
                    return 0;
                }
                await _barrier.WaitAsync();
                Assert.Fail("It was broken.");
            }
            catch (BrokenBarrierException)
            {
                broken++;
            }
            return 0;
        });
        Assert.True(_barrier.IsBroken);
        Assert.Equal(Parties - 1, broken);
    });

    [Fact]
    public void Abort_SynchronizedWithASecondBarrier_CanBeReset() => Loop.Run(async () =>
    {
        var other = new AsyncBarrier(Parties);
        var passed = 0;
        await All(async () =>
        {
            try
            {
                if (await _barrier.WaitAsync() == Parties / 2)
                {
                    await _barrier.AbortAsync();
                }
                await _barrier.WaitAsync();
                Assert.Fail("It was broken.");
            }
            catch (BrokenBarrierException)
            {
                _log.Add("broken");
            }
            if (await other.WaitAsync() == Parties / 2)
            {
                await _barrier.ResetAsync();
            }
            await other.WaitAsync();
            await _barrier.WaitAsync();
            passed++;
            return 0;
        });
        Assert.Equal((Parties, Parties, false), (_log.Count, passed, _barrier.IsBroken));
    });

#if !DEBUG      // in which the compiler makes classes of state machines
    [Fact]
    public void Wait_Alone_AllocatesNothing() => Loop.Run(async () =>
    {
        var barrier = new AsyncBarrier(1);
        Assert.Equal(0, await Allocations.PerOperation(async count =>
        {
            for (var i = 0; i < count; i++)
            {
                await barrier.WaitAsync();
            }
        }));
    });
#endif

    static async Coro<List<CoroTask<int>>> All(Func<Coro<int>> work)
    {
        var tasks = new List<CoroTask<int>>();
        await TaskGroup.Run(async group =>
        {
            for (var i = 0; i < Parties; i++)
            {
                tasks.Add(group.CreateTask(work()));
            }
        });
        return tasks;
    }
}
