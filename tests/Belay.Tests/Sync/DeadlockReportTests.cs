using Belay.Tests.Support;

namespace Belay.Tests.Sync;

/// <summary>Rings that run through awaits and groups too: debug mode reports them once nothing is left to do.</summary>
public class DeadlockReportTests
{
    static readonly RunOptions s_debug = new() { Debug = true, SlowStepThreshold = Timeout.InfiniteTimeSpan, LongLockThreshold = Timeout.InfiniteTimeSpan };

    readonly AsyncLock _gate = new() { Name = "gate" };

    [Fact]
    public void ChildWaitsForALockOfItsParent_IsReported()
    {
        var errors = Run(async () =>
        {
            using (await _gate.AcquireAsync())
            {
                await TaskGroup.Run(async group => group.CreateTask(Take(_gate), "child"));
            }
        });
        var error = Assert.Single(errors);
        Assert.StartsWith("A deadlock", error.Message);
        Assert.Contains("waits at the end of a task group for its child child", error.Message);
        Assert.Contains("child waits for gate, which victim holds (acquired at ", error.Message);
        Assert.IsAssignableFrom<CoroTask>(error.Source);
    }

    [Fact]
    public void TasksThatAwaitEachOther_AreReported()
    {
        var errors = Run(async () =>
        {
            var tasks = new CoroTask[2];
            tasks[0] = Coro.CreateTask(Await(1), "Ada");
            tasks[1] = Coro.CreateTask(Await(0), "Bob");
            await tasks[0];

            async Coro Await(int other) => await tasks[other];
        });
        Assert.Contains("Ada awaits Bob; Bob awaits Ada", Assert.Single(errors).Message);
    }

    [Fact]
    public void ALockBetweenTwoAwaits_IsReported()
    {
        var errors = Run(async () =>
        {
            var holder = Coro.CreateTask(Hold(), "holder");
            await holder;

            async Coro Hold()
            {
                using (await _gate.AcquireAsync())
                {
                    await Coro.CreateTask(Take(_gate), "taker");
                }
            }
        });
        var message = Assert.Single(errors).Message;
        Assert.Contains("holder awaits taker; taker waits for gate, which holder holds", message);
        Assert.DoesNotContain("victim", message);
    }

    [Fact]
    public void TheSameRing_IsReportedOnce()
    {
        var errors = Run(async () =>
        {
            using (await _gate.AcquireAsync())
            {
                await Coro.CreateTask(Take(_gate));
            }
        }, looks: 4);
        Assert.Single(errors);
    }

    [Fact]
    public void TwoRings_AreReportedEach()
    {
        var errors = Run(async () =>
        {
            await TaskGroup.Run(async group =>
            {
                group.CreateTask(Self(new AsyncLock()));
                group.CreateTask(Self(new AsyncLock()));
            });

            static async Coro Self(AsyncLock gate)
            {
                using (await gate.AcquireAsync())
                {
                    await Coro.CreateTask(Take(gate));
                }
            }
        });
        Assert.Equal(2, errors.Count);
    }

    [Fact]
    public void WaitsForWhatOthersMayStillDo_AreNotReported()
    {
        var errors = Run(async () =>
        {
            var ready = new AsyncEvent();
            using (await _gate.AcquireAsync())
            {
                Coro.CreateTask(Take(_gate));
                await ready.WaitAsync();
            }
        });
        Assert.Empty(errors);
    }

    [Fact]
    public void ATimerThatMayBreakTheRing_IsWaitedFor()
    {
        var errors = Loop.RunCollectingErrors(async () =>
        {
            var task = Coro.CreateTask(Ring());
            EventLoop.Running.CallLater(TimeSpan.FromHours(1), () => task.Cancel());
            await Expect.Throws<CancelledException>(task);
        }, s_debug with { TimeProvider = new VirtualTimeProvider() });
        Assert.Empty(errors);
    }

    [Fact]
    public void WithoutDebugMode_NothingIsReported()
    {
        var errors = Run(Ring, options: new RunOptions { Debug = false });
        Assert.Empty(errors);
    }

    [Fact]
    public void ReportedRing_CanBeBrokenByTheHandler()
    {
        CoroTask? ring = null;
        var seen = 0;
        HangGuard.Run(() => Coro.Run(Main(), s_debug with
        {
            HandleSignals = false,
            ErrorHandler = error =>
            {
                seen++;
                ring!.Cancel();
            },
        }));
        Assert.Equal(1, seen);

        async Coro Main()
        {
            ring = Coro.CreateTask(Ring());
            await Expect.Throws<CancelledException>(ring);
        }
    }

    [Fact]
    public async Task OnBorrowedThreads_IsReportedToo()
    {
        CoroTask? ring = null;
        var seen = new List<string>();
        await HangGuard.Run(Coro.RunAsync(Main(), s_debug with
        {
            ErrorHandler = error =>
            {
                seen.Add(error.Message);
                ring!.Cancel();
            },
        }));
        Assert.Contains("which Task-2 holds", Assert.Single(seen));

        async Coro Main()
        {
            ring = Coro.CreateTask(Ring());
            await Expect.Throws<CancelledException>(ring);
        }
    }

    [Fact]
    public void ALongChainThatEndsInARing_IsReportedWithoutTheChain()
    {
        var errors = Run(async () =>
        {
            var last = Coro.CreateTask(Ring(), "ring");
            for (var i = 0; i < 20_000; i++)
            {
                last = Coro.CreateTask(Await(last));
            }
            await last;

            static async Coro Await(CoroTask task) => await task;
        });
        Assert.InRange(Assert.Single(errors).Message.Length, 1, 500);
    }

    async Coro Ring()
    {
        using (await _gate.AcquireAsync())
        {
            await Coro.CreateTask(Take(_gate));
        }
    }

    /// <summary>Runs it as a task, looks for deadlocks as a loop with nothing to do does, and then cancels all there is.</summary>
    static IReadOnlyList<LoopError> Run(Func<Coro> work, int looks = 1, RunOptions? options = null) => Loop.RunCollectingErrors(async () =>
    {
        Coro.CreateTask(work(), "victim");
        await Loop.Turns(3);
        for (var i = 0; i < looks; i++)
        {
            EventLoop.Running.ReportsDeadlocks();
        }
    }, options ?? s_debug);

    static async Coro Take(AsyncLock gate)
    {
        using (await gate.AcquireAsync())
        {
        }
    }
}
