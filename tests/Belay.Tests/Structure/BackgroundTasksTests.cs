using Belay.Tests.Support;

namespace Belay.Tests.Structure;

/// <summary>An owner for work that goes on beside the rest.</summary>
public class BackgroundTasksTests
{
    readonly List<string> _log = [];

    static RunOptions Virtual => new() { TimeProvider = new VirtualTimeProvider() };

    async Coro Listen(string name, int turnsToCleanUp = 0)
    {
        try
        {
            await Coro.Sleep(Timeout.InfiniteTimeSpan);
        }
        finally
        {
            await Loop.Turns(turnsToCleanUp);
            _log.Add(name);
        }
    }

    /// <summary>Fails each time until it has run so often, then waits for ever.</summary>
    Func<Coro> FailsUntil(int run, TimeSpan? each = null)
    {
        var runs = 0;
        return async () =>
        {
            _log.Add($"{++runs}: {EventLoop.Running.Time.TotalSeconds}");
            await Coro.Sleep(each ?? TimeSpan.Zero);
            if (runs < run) throw new Boom($"run {runs}");
            await Coro.Sleep(Timeout.InfiniteTimeSpan);
        };
    }

    [Fact]
    public void Run_BodyEnds_CancelsAndAwaitsAll() => Loop.Run(async () =>
    {
        var value = await BackgroundTasks.Run(async tasks =>
        {
            tasks.CreateTask(Listen("a"));
            tasks.Start(() => Listen("b", turnsToCleanUp: 3));
            Assert.Equal(2, tasks.Count);
            await Coro.Yield();
            return 7;
        });
        Assert.Equal(7, value);
        Assert.Equal(["a", "b"], _log);
    });

    [Fact]
    public void Run_BodyFails_StopsAllAndTheFailureLeavesAsItIs() => Loop.Run(async () =>
    {
        await Expect.Throws<Boom>(BackgroundTasks.Run(async tasks =>
        {
            tasks.CreateTask(Listen("a"));
            await Coro.Yield();
            throw new Boom();
        }));
        Assert.Equal(["a"], _log);
    });

    [Fact]
    public void Run_Cancelled_StopsAllAndLetsItThrough() => Loop.Run(async () =>
    {
        var run = Coro.CreateTask(BackgroundTasks.Run(async tasks =>
        {
            tasks.CreateTask(Listen("a", turnsToCleanUp: 3));
            await Coro.Sleep(Timeout.InfiniteTimeSpan);
        }));
        await Loop.Turns(2);
        run.Cancel("enough");
        await Loop.Turns(2);
        run.Cancel("at once");
        await Expect.Throws<CancelledException>(run);
        Assert.True(run.IsCancelled);
        Assert.Equal(["a"], _log);
    });

    [Fact]
    public void Run_TasksWithChildren_EndChildrenBeforeTheirParents() => Loop.Run(async () =>
    {
        await BackgroundTasks.Run(async tasks =>
        {
            async Coro Parent()
            {
                tasks.CreateTask(Listen("child", turnsToCleanUp: 3));
                await TaskGroup.Run(async group =>
                {
                    group.CreateTask(StartGrandchild());
                    await Listen("parent");
                });
            }
            async Coro StartGrandchild()
            {
                tasks.CreateTask(Listen("child of a group's task", turnsToCleanUp: 5));
                await Coro.Yield();
            }
            tasks.CreateTask(Parent());
            tasks.CreateTask(Listen("other"));
            await Loop.Turns(5);
        });
        Assert.Equal(["other", "child", "child of a group's task", "parent"], _log);
    });

    [Fact]
    public void Start_WorkFails_IsReportedAtOnceAndDisturbsNobody()
    {
        CoroTask? failing = null;
        var errors = Loop.RunCollectingErrors(() => BackgroundTasks.Run(async tasks =>
        {
            var other = tasks.CreateTask(Listen("other"));
            failing = tasks.Start(() => throw new Boom(), name: "pump");
            await Loop.Turns(3);
            Assert.False(other.IsDone);
            Assert.Equal(1, tasks.Count);
            _log.Add("body");
        }));
        var error = Assert.Single(errors);
        Assert.Equal("Background task pump failed", error.Message);
        Assert.IsType<Boom>(error.Exception);
        Assert.Same(failing, error.Source);
        Assert.Equal(["body", "other"], _log);
    }

    [Fact]
    public void Start_OnFailure_RestartsWithGrowingWaits()
    {
        var errors = Loop.RunCollectingErrors(() => BackgroundTasks.Run(async tasks =>
        {
            var policy = RestartPolicy.OnFailure with { Backoff = TimeSpan.FromSeconds(1), MaxBackoff = TimeSpan.FromSeconds(5) };
            tasks.Start(FailsUntil(run: 6), policy, "pump");
            await Coro.Sleep(TimeSpan.FromHours(1));
        }), Virtual);
        Assert.Equal(["1: 0", "2: 1", "3: 3", "4: 7", "5: 12", "6: 17"], _log);
        Assert.Equal(5, errors.Count);
        Assert.Equal("Background task pump failed (2 in a row); it is started again in 00:00:02", errors[1].Message);
    }

    [Fact]
    public void Start_OnFailureAndItReturns_IsNotRestarted() => Loop.Run(async () =>
    {
        await BackgroundTasks.Run(async tasks =>
        {
            await tasks.Start(() => Loop.Turns(2), RestartPolicy.OnFailure);
            Assert.Equal(0, tasks.Count);
        });
    });

    [Fact]
    public void Start_Always_RestartsWhatReturns() => Loop.Run(async () =>
    {
        await BackgroundTasks.Run(async tasks =>
        {
            tasks.Start(async () => _log.Add($"{EventLoop.Running.Time.TotalSeconds}"), RestartPolicy.Always with { Backoff = TimeSpan.FromSeconds(2) });
            await Coro.Sleep(TimeSpan.FromSeconds(5));
        });
        Assert.Equal(["0", "2", "4"], _log);
    }, Virtual);

    [Fact]
    public void Start_HealthyForLong_BeginsToCountAnew()
    {
        var errors = Loop.RunCollectingErrors(() => BackgroundTasks.Run(async tasks =>
        {
            var policy = RestartPolicy.OnFailure with { Backoff = TimeSpan.FromSeconds(1), Limit = 1, HealthyAfter = TimeSpan.FromSeconds(10) };
            tasks.Start(FailsUntil(run: 4, each: TimeSpan.FromSeconds(10)), policy);
            await Coro.Sleep(TimeSpan.FromHours(1));
        }), Virtual);
        Assert.Equal(["1: 0", "2: 11", "3: 22", "4: 33"], _log);
        Assert.All(errors, error => Assert.Contains("(1 in a row)", error.Message));
    }

    [Fact]
    public void Start_LimitUsedUp_SurfacesAndStopsEverything()
    {
        var (group, errors) = Loop.FailsCollectingErrors<ExceptionGroup>(() => BackgroundTasks.Run(async tasks =>
        {
            tasks.CreateTask(Listen("other"));
            tasks.Start(FailsUntil(run: 100), RestartPolicy.OnFailure with { Limit = 2 }, "pump");
            try
            {
                await Coro.Sleep(TimeSpan.FromHours(1));
            }
            finally
            {
                _log.Add("body");
            }
        }), Virtual);
        Assert.Equal("unhandled errors in background tasks (1 sub-exception)", group.Message);
        Assert.Equal("run 3", Assert.IsType<Boom>(Assert.Single(group.InnerExceptions)).Message);
        Assert.Equal(3, errors.Count);
        Assert.Contains("more than its limit of restarts", errors[2].Message);
        Assert.Equal(["body", "other"], _log[^2..]);
    }

    [Fact]
    public void Start_LimitUsedUp_LeavesNoRequestBehind()
    {
        Loop.RunCollectingErrors(async () =>
        {
            await Expect.Throws<ExceptionGroup>(BackgroundTasks.Run(async tasks =>
            {
                tasks.Start(FailsUntil(run: 100), RestartPolicy.OnFailure with { Limit = 0 });
                await Coro.Sleep(Timeout.InfiniteTimeSpan);
            }));
            Assert.Equal(0, Coro.CurrentTask.Cancelling);
            await Coro.Yield();
        }, Virtual);
    }

    [Fact]
    public void Start_CancelledByItsTask_IsNotRestarted() => Loop.Run(async () =>
    {
        await BackgroundTasks.Run(async tasks =>
        {
            var task = tasks.Start(() => Listen("a"), RestartPolicy.Always);
            await Coro.Yield();
            task.Cancel();
            await Expect.Throws<CancelledException>(task);
            Assert.Equal(0, tasks.Count);
        });
        Assert.Equal(["a"], _log);
    });

    [Fact]
    public void Start_SomethingItAwaitsWasCancelled_IsAFailureThatRestarts()
    {
        var runs = 0;
        var errors = Loop.RunCollectingErrors(() => BackgroundTasks.Run(async tasks =>
        {
            tasks.Start(async () =>
            {
                if (++runs > 1) return;
                var gone = new Future<int>();
                gone.Cancel();
                await gone;
            }, RestartPolicy.OnFailure);
            await Coro.Sleep(TimeSpan.FromSeconds(1));
        }), Virtual);
        Assert.Equal(2, runs);
        Assert.IsType<CancelledException>(Assert.Single(errors).Exception);
    }

    [Fact]
    public void Start_StoppedWhileItWaitsForItsRestart_EndsAtOnce()
    {
        var errors = Loop.RunCollectingErrors(async () =>
        {
            await BackgroundTasks.Run(async tasks =>
            {
                tasks.Start(() => throw new Boom(), RestartPolicy.OnFailure with { Backoff = TimeSpan.FromHours(1), MaxBackoff = TimeSpan.FromHours(1) });
                await Coro.Sleep(TimeSpan.FromSeconds(1));
            });
            Assert.Equal(TimeSpan.FromSeconds(1), EventLoop.Running.Time);
        }, Virtual);
        _ = Assert.Single(errors);
    }

    [Fact]
    public void CreateTask_WhileAllIsStopped_ThrowsAndClosesTheCoroutine() => Loop.Run(async () =>
    {
        await BackgroundTasks.Run(async tasks =>
        {
            tasks.CreateTask(StartsAnotherInItsCleanUp(tasks));
            await Coro.Yield();
        });
        Assert.Equal(["refused"], _log);
    });

    async Coro StartsAnotherInItsCleanUp(BackgroundTasks tasks)
    {
        try
        {
            await Coro.Sleep(Timeout.InfiniteTimeSpan);
        }
        finally
        {
            var another = Listen("never");
            Assert.Throws<InvalidOperationException>(() => tasks.CreateTask(another));
            await Expect.Throws<InvalidOperationException>(another);
            _log.Add("refused");
        }
    }
}
