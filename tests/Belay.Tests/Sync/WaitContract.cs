using Belay.Tests.Support;

namespace Belay.Tests.Sync;

/// <summary>What holds for everything in which tasks wait in a queue. Made new for each test, so that a wait does wait.</summary>
public abstract class WaitContract
{
    readonly List<string> _log = [];

    /// <summary>Waits, as a program would; what it takes it gives back.</summary>
    private protected abstract Coro Wait();

    /// <summary>Lets whoever has waited longest go on. Others follow, if it takes one at a time.</summary>
    private protected abstract Coro Wake();

    /// <summary>Brings it into the state in which Wait waits.</summary>
    private protected virtual Coro Prepare() => Coro.CompletedCoro;

    /// <summary>Whether those who wait keep their places when one is cancelled. A condition's notify another, who then queues anew.</summary>
    private protected virtual bool KeepsOrder => true;

    [Fact]
    public void Wait_UntilWoken_WaitsThatLong() => Run(async () =>
    {
        var task = Coro.CreateTask(Waiter("a"));
        await Loop.Turns(5);
        Assert.Empty(_log);
        await Wake();
        await task;
        Assert.Equal(["a"], _log);
    });

    [Fact]
    public void Wait_Several_GoOnInOrder() => Run(async () =>
    {
        var tasks = Start("a", "b", "c", "d");
        await Loop.Turns(5);
        await WakeUntilDone(tasks);
        Assert.Equal(["a", "b", "c", "d"], _log);
    });

    [Fact]
    public void Cancel_WhileItWaits_ThrowsWithTheMessage() => Run(async () =>
    {
        var task = Coro.CreateTask(Waiter("a"));
        await Loop.Turns(3);
        task.Cancel("stop");
        Assert.Equal("stop", (await Expect.Throws<CancelledException>(task)).Message);
        Assert.Equal(["a cancelled"], _log);
        await Wake();
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Cancel_OneOfSeveral_LetsTheOthersGoOn(int victim) => Run(async () =>
    {
        string[] names = ["a", "b", "c", "d"];
        var tasks = Start(names);
        await Loop.Turns(3);
        tasks[victim].Cancel();
        await Loop.Turns(3);
        await WakeUntilDone(tasks.Where((_, i) => i != victim).ToList());
        IEnumerable<string> left = [$"{names[victim]} cancelled", .. names.Where((_, i) => i != victim)];
        Assert.Equal(KeepsOrder ? left : left.Order(), KeepsOrder ? _log : _log.Order());
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Cancel_InTheTurnOfTheWake_LosesNoWake(int turnsBetween) => Run(async () =>
    {
        var tasks = Start("a", "b");
        await Loop.Turns(5);
        await Wake();
        await Loop.Turns(turnsBetween);
        tasks[0].Cancel();
        await WakeUntilDone(tasks);
        Assert.Contains("b", _log);
    });

    [Fact]
    public void Cancel_BeforeTheWakeInTheSameTurn_LosesNoWake() => Run(async () =>
    {
        var tasks = Start("a", "b", "c");
        await Loop.Turns(5);
        tasks[0].Cancel();
        tasks[1].Cancel();
        await WakeUntilDone(tasks);
        Assert.Equal(["a cancelled", "b cancelled", "c"], _log.Order());
    });

    [Fact]
    public void Cancel_All_LeavesNothingBehind() => Run(async () =>
    {
        var tasks = Start("a", "b", "c");
        await Loop.Turns(3);
        foreach (var task in tasks.AsEnumerable().Reverse())
        {
            task.Cancel();
        }
        await Loop.Turns(5);
        Assert.All(tasks, task => Assert.True(task.IsCancelled));

        var late = Coro.CreateTask(Waiter("late"));
        await WakeUntilDone([late]);
        Assert.Equal("late", _log[^1]);
    });

    [Fact]
    public void Cancel_BeforeTheFirstStep_NeverWaits() => Run(async () =>
    {
        var task = Coro.CreateTask(Wait());
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        await WakeUntilDone([Coro.CreateTask(Waiter("b"))]);
        Assert.Equal(["b"], _log);
    });

    [Fact]
    public void Cancel_Twice_ThrowsOnce() => Run(async () =>
    {
        var task = Coro.CreateTask(Waiter("a"));
        await Loop.Turns(3);
        task.Cancel("first");
        task.Cancel("second");
        Assert.Equal("first", (await Expect.Throws<CancelledException>(task)).Message);
        Assert.Equal(2, task.Cancelling);
        await Wake();
    });

    [Fact]
    public void Wait_Unawaited_HasDoneNothing() => Run(async () =>
    {
#pragma warning disable BELAY001 // What is never awaited is the test.
        _ = Wait();
#pragma warning restore BELAY001
        await Loop.Turns(3);
        await WakeUntilDone([Coro.CreateTask(Waiter("a"))]);
        Assert.Equal(["a"], _log);
    });

    [Fact]
    public void Wait_UsedTwice_Throws() => Run(async () =>
    {
        var wait = Wait();
        var task = Coro.CreateTask(wait);
        await Loop.Turns(2);
        await Expect.Throws<InvalidOperationException>(wait);
        await WakeUntilDone([task]);
        await Expect.Throws<InvalidOperationException>(wait);
    });

    [Fact]
    public void Wait_InAnAsyncTaskMethod_GoesOnOnTheLoop() => Run(async () =>
    {
        var home = Environment.CurrentManagedThreadId;
        var task = Foreign();
        await Loop.Turns(3);
        for (var i = 0; !task.IsCompleted && i < 20; i++)
        {
            await Wake();
            await Loop.Turns(3);
        }
        await task;
        Assert.Equal(["foreign"], _log);

        async Task Foreign()
        {
            await Wait();
            Assert.Equal(home, Environment.CurrentManagedThreadId);
            _log.Add("foreign");
        }
    });

    [Fact]
    public void Wait_BelowADeepRecursion_Works() => Run(async () =>
    {
        var task = Coro.CreateTask(Down(250));
        await Loop.Turns(3);
        await WakeUntilDone([task]);

        async Coro Down(int depth)
        {
            if (depth > 0)
            {
                await Down(depth - 1);
            }
            else
            {
                await Wait();
            }
        }
    });

    [Fact]
    public void Wait_OnASecondLoop_Throws()
    {
        Run(async () =>
        {
            var task = Coro.CreateTask(Waiter("a"));
            await Loop.Turns(3);
            await WakeUntilDone([task]);
        });
        var misuse = Loop.Fails<InvalidOperationException>(async () =>
        {
            await Prepare();
            await Wait();
        });
        Assert.Contains("two event loops", misuse.Message);
    }

    [Fact]
    public void Wait_EndedByShutdown_IsCancelled()
    {
        Run(async () =>
        {
            Coro.CreateTask(Waiter("a"));
            await Loop.Turns(3);
        });
        Assert.Equal(["a cancelled"], _log);
    }

    void Run(Func<Coro> test) => Loop.Run(async () =>
    {
        await Prepare();
        await test();
    });

    List<CoroTask> Start(params string[] names) => names.Select(name => Coro.CreateTask(Waiter(name))).ToList();

    async Coro WakeUntilDone(List<CoroTask> tasks)
    {
        await Loop.Turns(3);
        for (var i = 0; !tasks.TrueForAll(task => task.IsDone) && i < 20; i++)
        {
            await Wake();
            await Loop.Turns(10);
        }
        Assert.All(tasks, task => Assert.True(task.IsDone, "It was not woken."));
    }

    async Coro Waiter(string name)
    {
        try
        {
            await Wait();
            _log.Add(name);
        }
        catch (CancelledException)
        {
            _log.Add($"{name} cancelled");
            throw;
        }
    }
}
