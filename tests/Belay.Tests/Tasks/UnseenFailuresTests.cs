using Belay.Tests.Support;

namespace Belay.Tests.Tasks;

/// <summary>A failure that nobody ever looked at goes to the error handler, once, when the loop closes at the latest.</summary>
public class UnseenFailuresTests
{
    [Fact]
    public void Task_FailsAndNobodyLooks_IsReportedOnce()
    {
        var boom = new Boom();
        CoroTask? task = null;
        var errors = Loop.RunCollectingErrors(async () =>
        {
            task = Coro.CreateTask(Work.Fail(boom, turns: 1));
            await Loop.Turns(5);
        });
        var error = Assert.Single(errors);
        Assert.Same(boom, error.Exception);
        Assert.Same(task, error.Source);
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public void Task_FailsAndIsCollected_IsReportedOnce()
    {
        const int count = 50;
        var errors = Loop.RunCollectingErrors(async () =>
        {
            for (var i = 0; i < count; i++)
            {
                _ = Coro.CreateTask(Work.Fail(new Boom($"{i}"), turns: i % 3));
            }
            await Loop.Turns(5);
            for (var i = 0; i < 3; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                await Coro.Yield();
            }
        });
        Assert.Equal(Enumerable.Range(0, count), errors.Select(error => Number(error.Exception!)).Order());

        static int Number(Exception boom) => int.Parse(boom.Message, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Task_FailsEagerlyAndNobodyLooks_IsReportedOnce()
    {
        var errors = Loop.RunCollectingErrors(async () =>
        {
            _ = Coro.CreateTask(Work.Fail(new Boom()), eager: true);
            await Loop.Turns(5);
        });
        Assert.IsType<Boom>(Assert.Single(errors).Exception);
    }

    [Fact]
    public void Task_FailsAndNobodyLooks_MainGoesOn()
    {
        var reached = false;
        Loop.RunCollectingErrors(async () =>
        {
            _ = Coro.CreateTask(Work.Fail(new Boom()));
            await Loop.Turns(5);
            reached = true;
        });
        Assert.True(reached);
    }

    [Fact]
    public void Future_FailedAndNobodyLooks_IsReportedOnce()
    {
        var boom = new Boom();
        Future<int>? future = null;
        var errors = Loop.RunCollectingErrors(async () =>
        {
            future = new Future<int>();
            future.SetException(boom);
            await Coro.Yield();
        });
        var error = Assert.Single(errors);
        Assert.Same(boom, error.Exception);
        Assert.Same(future, error.Source);
    }

    [Fact]
    public void Failure_SeenInAnyWay_IsNotReported() => Loop.Run(async () =>
    {
        var awaited = Coro.CreateTask(Work.Fail(new Boom()));
        var asked = Coro.CreateTask(Work.Fail(new Boom()));
        var result = Coro.CreateTask(FailWithResult());
        var future = new Future<int>();
        future.SetException(new Boom());
        await Expect.Throws<Boom>(awaited);
        await Coro.Yield();
        Assert.NotNull(asked.Exception);
        Assert.Throws<Boom>(() => result.Result);
        Assert.NotNull(future.Exception);

        static async Coro<int> FailWithResult()
        {
            await Coro.CompletedCoro;
            throw new Boom();
        }
    });

    [Fact]
    public void Failure_SeenByADoneCallback_IsNotReported() => Loop.Run(async () =>
    {
        Exception? seen = null;
        var task = Coro.CreateTask(Work.Fail(new Boom()));
        task.AddDoneCallback(done => seen = done.Exception);
        await Loop.Turns(3);
        Assert.IsType<Boom>(seen);
    });

    [Fact]
    public void Failure_OfWhatIsCancelledTooLate_IsNotReported() => Loop.Run(async () =>
    {
        // As in asyncio: who asks to cancel it is taken to know about it.
        var future = new Future<int>();
        future.SetException(new Boom());
        Assert.False(future.Cancel());
        var task = Coro.CreateTask(Work.Fail(new Boom()));
        await Coro.Yield();
        Assert.False(task.Cancel());
    });

    [Fact]
    public void Cancellation_ThatNobodySees_IsNotReported() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Forever());
        var own = Coro.CreateTask(Work.Fail(new CancelledException()));
        var future = new Future<int>();
        future.Cancel();
        task.Cancel();
        await Loop.Turns(3);
        Assert.True(task.IsCancelled && own.IsCancelled);
    });

    [Fact]
    public void Failure_PassedOnByAnAwaiter_IsReportedForTheAwaiterOnly()
    {
        CoroTask? outer = null;
        var errors = Loop.RunCollectingErrors(async () =>
        {
            var inner = Coro.CreateTask(Work.Fail(new Boom(), turns: 1));
            outer = Coro.CreateTask(Wait(inner));
            await Loop.Turns(6);
        });
        Assert.Same(outer, Assert.Single(errors).Source);

        static async Coro Wait(CoroTask inner) => await inner;
    }

    [Fact]
    public void Failure_LeavingRun_IsNotReportedAsWell() =>
        Loop.Fails<Boom>(() => Work.Fail(new Boom(), turns: 1));

    [Fact]
    public void ErrorHandler_ThatThrows_TheLoopGoesOn()
    {
        var calls = 0;
        var reached = false;
        HangGuard.Run(() => Coro.Run(Main(), new RunOptions
        {
            HandleSignals = false,
            ErrorHandler = _ =>
            {
                calls++;
                throw new FormatException("The handler fails: this is printed by a test.");
            },
        }));
        Assert.Equal(2, calls);
        Assert.True(reached);

        async Coro Main()
        {
            EventLoop.Running.CallSoon(() => throw new Boom());
            _ = Coro.CreateTask(Work.Fail(new Boom()));
            await Loop.Turns(3);
            reached = true;
        }
    }

    [Fact]
    public void Failure_OfACallback_IsReportedBeforeTheLoopGoesOn()
    {
        var log = new List<string>();
        HangGuard.Run(() => Coro.Run(Main(), new RunOptions
        {
            HandleSignals = false,
            ErrorHandler = error => log.Add(error.Exception!.Message),
        }));
        Assert.Equal(["before", "boom", "after", "main"], log);

        async Coro Main()
        {
            var loop = EventLoop.Running;
            loop.CallSoon(() => log.Add("before"));
            loop.CallSoon(() => throw new Boom());
            loop.CallSoon(() => log.Add("after"));
            await Coro.Yield();
            log.Add("main");
        }
    }
}
