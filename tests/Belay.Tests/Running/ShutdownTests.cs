using Belay.Tests.Support;

namespace Belay.Tests.Running;

/// <summary>What becomes of the tasks that are left when main is done.</summary>
public class ShutdownTests
{
    [Fact]
    public void Run_LeftoverTask_IsCancelledAndAwaited()
    {
        CoroTask? leftover = null;
        var cleanedUp = false;
        var result = Loop.Run(async () =>
        {
            leftover = Coro.CreateTask(Work.CleanUpWhenCancelled(5, () => cleanedUp = true));
            await Coro.Yield();
            return 123;
        });
        Assert.Equal(123, result);
        Assert.True(leftover!.IsCancelled);
        Assert.True(cleanedUp);
    }

    [Fact]
    public void Run_LeftoverMadeInMainsLastStep_StillTakesItsFirst()
    {
        var log = new List<string>();
        async Coro Leftover()
        {
            log.Add("started");
            await Work.TellWhenCancelled(() => log.Add("cancelled"));
        }
        Loop.Run(async () => { Coro.CreateTask(Leftover()); });
        Assert.Equal(["started", "cancelled"], log);
    }

    [Fact]
    public void Run_BusyLeftover_TakesOneMoreStepAfterMainIsDone()
    {
        var log = new List<string>();
        async Coro Busy()
        {
            try
            {
                for (var i = 0; ; i++)
                {
                    log.Add($"{i}");
                    await Coro.Yield();
                }
            }
            finally
            {
                log.Add("end");
            }
        }
        Loop.Run(async () =>
        {
            Coro.CreateTask(Busy());
            await Coro.Yield();
        });
        Assert.Equal(["0", "1", "end"], log);
    }

    [Fact]
    public void Run_SeveralLeftovers_AllAreCancelledBeforeAnyRunsOn()
    {
        var cancelling = new List<int>();
        var leftovers = new List<CoroTask>();
        async Coro Leftover()
        {
            try
            {
                await Work.Forever();
            }
            finally
            {
                cancelling.AddRange(leftovers.Where(task => !task.IsDone).Select(task => task.Cancelling));
            }
        }
        Loop.Run(async () =>
        {
            for (var i = 0; i < 3; i++)
            {
                leftovers.Add(Coro.CreateTask(Leftover()));
            }
            await Coro.Yield();
        });
        Assert.Equal([1, 1, 1, 1, 1, 1], cancelling);
    }

    [Fact]
    public void Run_LeftoverSwallowsTheCancellation_IsAwaitedToItsEnd()
    {
        CoroTask<int>? leftover = null;
        async Coro<int> Stubborn()
        {
            await Expect.Throws<CancelledException>(Work.Forever());
            await Loop.Turns(10);
            return 9;
        }
        Loop.Run(async () =>
        {
            leftover = Coro.CreateTask(Stubborn());
            await Coro.Yield();
        });
        Assert.Equal(9, leftover!.Result);
    }

    [Fact]
    public void Run_LeftoverFailsInItsCleanUp_IsReportedAndMainsResultStands()
    {
        var boom = new Boom();
        CoroTask? leftover = null;
        var ended = false;
        var errors = Loop.RunCollectingErrors(async () =>
        {
            leftover = Coro.CreateTask(Work.FailWhenCancelled(boom));
            await Coro.Yield();
            ended = true;
        });
        Assert.True(ended);
        var error = Assert.Single(errors);
        Assert.Same(boom, error.Exception);
        Assert.Same(leftover, error.Source);
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public void Run_MainFailsAndALeftoverToo_MainsFailureLeavesAndTheOtherIsReported()
    {
        var mains = new Boom("main");
        var other = new Boom("leftover");
        var (failure, errors) = Loop.FailsCollectingErrors<Boom>(async () =>
        {
            Coro.CreateTask(Work.FailWhenCancelled(other));
            await Coro.Yield();
            throw mains;
        });
        Assert.Same(mains, failure);
        Assert.Same(other, Assert.Single(errors).Exception);
    }

    [Fact]
    public void Run_LeftoverCancelled_IsNotReported() => Loop.Run(async () =>
    {
        Coro.CreateTask(Work.Forever());
        Coro.CreateTask(Work.Fail(new CancelledException()));
        await Coro.Yield();
    });

    [Fact]
    public void Run_TaskMadeInACleanUp_IsCancelledAndAwaitedToo()
    {
        CoroTask? late = null;
        var cleanedUp = false;
        async Coro Leftover()
        {
            try
            {
                await Work.Forever();
            }
            finally
            {
                late = Coro.CreateTask(Work.CleanUpWhenCancelled(4, () => cleanedUp = true));
                await Coro.Yield();
                await Coro.Yield();
            }
        }
        Loop.Run(async () =>
        {
            Coro.CreateTask(Leftover());
            await Coro.Yield();
        });
        Assert.True(late!.IsCancelled);
        Assert.True(cleanedUp);
    }

    [Fact]
    public void Run_TaskMadeInTheLastStepOfACleanUp_EndsToo()
    {
        var generations = new List<CoroTask>();
        async Coro Generation(int number)
        {
            try
            {
                await Work.Forever();
            }
            finally
            {
                if (number < 5)
                {
                    generations.Add(Coro.CreateTask(Generation(number + 1), eager: true));
                }
            }
        }
        Loop.Run(async () =>
        {
            generations.Add(Coro.CreateTask(Generation(1)));
            await Coro.Yield();
        });
        Assert.Equal(5, generations.Count);
        Assert.All(generations, task => Assert.True(task.IsCancelled));
    }

    [Fact]
    public void Run_TaskMadeInACleanUpFails_IsReported()
    {
        var boom = new Boom();
        async Coro Leftover()
        {
            try
            {
                await Work.Forever();
            }
            finally
            {
                Coro.CreateTask(Work.FailWhenCancelled(boom), eager: true);
            }
        }
        var errors = Loop.RunCollectingErrors(async () =>
        {
            Coro.CreateTask(Leftover());
            await Coro.Yield();
        });
        Assert.Same(boom, Assert.Single(errors).Exception);
    }

    [Fact]
    public void Run_MainAndADetachedTask_MainsGroupEndsBeforeTheDetachedIsCancelled()
    {
        var log = new List<string>();
        var failure = Loop.Fails<CancelledException>(async () =>
        {
            Coro.CreateTask(Work.TellWhenCancelled(() => log.Add("detached")));
            EventLoop.Running.CallSoon(() => Coro.AllTasks().Single(task => task.Name == "main").Cancel());
            Coro.CurrentTask.Name = "main";
            await TaskGroup.Run(async group => { group.CreateTask(Work.CleanUpWhenCancelled(5, () => log.Add("child"))); });
        });
        Assert.NotNull(failure);
        Assert.Equal(["child", "detached"], log);
    }

    [Fact]
    public void Run_LeftoverWithAGroup_ItsChildrenEndWithIt()
    {
        var log = new List<string>();
        Loop.Run(async () =>
        {
            Coro.CreateTask(TaskGroup.Run(async group =>
            {
                group.CreateTask(Work.CleanUpWhenCancelled(3, () => log.Add("slow")));
                group.CreateTask(Work.CleanUpWhenCancelled(1, () => log.Add("quick")));
            }));
            await Loop.Turns(3);
        });
        Assert.Equal(["quick", "slow"], log);
    }

    [Fact]
    public void Run_TimersAndCallbacksLeft_NeverRun()
    {
        var ran = false;
        EventLoop? loop = null;
        var clock = new ManualClock();
        Loop.Run(
            async () =>
            {
                loop = EventLoop.Running;
                loop.CallLater(TimeSpan.FromHours(1), () => ran = true);
            },
            new RunOptions { TimeProvider = clock });
        clock.Advance(TimeSpan.FromDays(1));
        Assert.False(ran);
        Assert.Equal(0, clock.Armed);
        Assert.Throws<InvalidOperationException>(() => loop!.CallSoon(() => { }));
    }

    // What the loop waited for when it was interrupted, main, comes to its end while it waits for the rest.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Shutdown_AfterAnInterruptWhoseMainEndsFirst_WaitsForAllOthers(bool onPool)
    {
        var cleanedUp = 0;
        async Coro Main()
        {
            // Two: one alone would go through its turns in a single step.
            for (var i = 0; i < 2; i++) Coro.CreateTask(Work.CleanUpWhenCancelled(20, () => cleanedUp++));
            await Coro.Yield();
            EventLoop.Running.CallSoon(() => throw new KeyboardInterruptException());
            await Work.Forever();
        }
        if (onPool) await Assert.ThrowsAsync<KeyboardInterruptException>(() => HangGuard.Run(Coro.RunAsync(Main())));
        else Loop.Fails<KeyboardInterruptException>(Main);
        Assert.Equal(2, cleanedUp);
    }
}
