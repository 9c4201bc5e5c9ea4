using Belay.Tests.Support;
using static Belay.Tests.Support.Virtual;

namespace Belay.Tests.Structure;

/// <summary>WaitFor with no time at all: what is done has its chance, all else is cancelled.</summary>
public class WaitForZeroTests
{
    public static TheoryData<double> NoTime => [0, -1, -0.002];

    [Theory]
    [MemberData(nameof(NoTime))]
    public void WaitFor_FutureThatIsDone_GivesItsResult(double seconds) => Loop.Run(async () =>
    {
        var future = new Future<string>();
        future.SetResult("done");
        Assert.Equal("done", await Coro.WaitFor(future, Seconds(seconds)));
    });

    [Fact]
    public void WaitFor_FutureThatIsDone_TakesNoTurn() => Loop.Run(async () =>
    {
        var future = new Future<string>();
        future.SetResult("done");
        using var turns = new TurnCounter();
        await Coro.WaitFor(future, TimeSpan.Zero);
        Assert.Equal(0, turns.Count);
    });

    [Fact]
    public void WaitFor_FutureThatHasFailed_ThrowsThat() => Loop.Run(async () =>
    {
        var failed = new Future<string>();
        failed.SetException(new Boom());
        await Expect.Throws<Boom>(Coro.WaitFor(failed, TimeSpan.Zero));
        var cancelled = new Future<string>();
        cancelled.Cancel("before");
        Assert.Equal("before", (await Expect.Throws<CancelledException>(Coro.WaitFor(cancelled, TimeSpan.Zero))).Message);
    });

    [Theory]
    [MemberData(nameof(NoTime))]
    public void WaitFor_Coroutine_NeverRuns(double seconds) => Loop.Run(async () =>
    {
        var started = false;
        var timeout = await Expect.Throws<TimeoutException>(Coro.WaitFor(Run(), Seconds(seconds)));
        Assert.False(started);
        Assert.IsType<CancelledException>(timeout.InnerException);
        _ = Assert.Single(Coro.AllTasks());

        async Coro<int> Run()
        {
            started = true;
            await Coro.Yield();
            return 1;
        }
    });

    [Fact]
    public void WaitFor_Coroutine_TakesThreeTurns() => Loop.Run(async () =>
    {
        await Coro.Yield();
        using var turns = new TurnCounter();
        await Expect.Throws<TimeoutException>(Coro.WaitFor(Work.Return(1), TimeSpan.Zero));
        Assert.Equal(3, turns.Count);
    });

    [Fact]
    public void WaitFor_Future_TakesTwoTurns() => Loop.Run(async () =>
    {
        await Coro.Yield();
        using var turns = new TurnCounter();
        await Expect.Throws<TimeoutException>(Coro.WaitFor(new Future<int>(), TimeSpan.Zero));
        Assert.Equal(2, turns.Count);
    });

    [Theory]
    [MemberData(nameof(NoTime))]
    public void WaitFor_RunningTask_CancelsItAndWaits(double seconds) => Loop.Run(async () =>
    {
        bool? running = null;
        var started = new Future<int>();
        var task = Coro.CreateTask(Run());
        await started;
        await Expect.Throws<TimeoutException>(Coro.WaitFor(task, Seconds(seconds)));
        Assert.True(task.IsCancelled);
        Assert.False(running);

        async Coro<string> Run()
        {
            running = true;
            started.SetResult(0);
            try
            {
                await Work.Forever();
            }
            finally
            {
                running = false;
            }
            return "done";
        }
    });

    [Fact]
    public void WaitFor_TaskThatCleansUp_WaitsForIt() => Virtual.Run(async () =>
    {
        var cleanedUp = false;
        var task = Coro.CreateTask(Work.CleanUpWhenCancelled(4, () => cleanedUp = true));
        await Coro.Yield();
        await Expect.Throws<TimeoutException>(Coro.WaitFor(task, TimeSpan.Zero));
        Assert.True(cleanedUp);
    });

    [Fact]
    public void WaitFor_TaskThatReturnsInSpite_GivesItsResult() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Swallow());
        await Coro.Yield();
        Assert.Equal(42, await Coro.WaitFor(task, TimeSpan.Zero));

        static async Coro<int> Swallow()
        {
            try
            {
                await Work.Forever();
            }
            catch (CancelledException)
            {
            }
            return 42;
        }
    });

    [Fact]
    public void WaitFor_TaskThatFailsInstead_ThrowsThat() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.FailWhenCancelled(new Boom()));
        await Coro.Yield();
        await Expect.Throws<Boom>(Coro.WaitFor((Coro)task, TimeSpan.Zero));
    });

    [Fact]
    public void Cancel_WhileItWaitsForTheCleanUp_LeavesThatRunning() => Loop.Run(async () =>
    {
        var cleanedUp = false;
        var task = Coro.CreateTask(Work.CleanUpWhenCancelled(5, () => cleanedUp = true));
        await Coro.Yield();
        var wait = Coro.CreateTask(Coro.WaitFor((Coro)task, TimeSpan.Zero));
        await Loop.Turns(2);
        wait.Cancel("no patience");
        Assert.Equal("no patience", (await Expect.Throws<CancelledException>(wait)).Message);
        Assert.False(cleanedUp);
        Assert.Equal(1, task.Cancelling);
        await Expect.Throws<CancelledException>(task);
        Assert.True(cleanedUp);
    });

    [Fact]
    public void WaitFor_Shield_CancelsOnlyThat() => Virtual.Run(async () =>
    {
        var task = Coro.CreateTask(Return("done", 1));
        var shield = Coro.Shield(task);
        await Expect.Throws<TimeoutException>(Coro.WaitFor(shield, TimeSpan.Zero));
        Assert.False(task.IsDone);
        Assert.True(shield.IsCancelled);
        Assert.Equal("done", await task);
    });

    [Fact]
    public void WaitFor_Gather_CancelsItsParts() => Loop.Run(async () =>
    {
        var part = new Future<int>();
        await Expect.Throws<TimeoutException>(Coro.WaitFor(Coro.Gather(new[] { part }), TimeSpan.Zero));
        Assert.True(part.IsCancelled);
    });

    [Fact]
    public void WaitFor_CoroutineWithoutResult_NeverRuns() => Loop.Run(async () =>
    {
        var ran = false;
        await Expect.Throws<TimeoutException>(Coro.WaitFor(Run(), TimeSpan.Zero));
        Assert.False(ran);

        async Coro Run()
        {
            ran = true;
            await Coro.Yield();
        }
    });

    [Fact]
    public void WaitFor_EagerTaskThatIsDone_GivesItsResult() => Loop.Run(async () =>
    {
        Assert.Equal(1, await Coro.WaitFor(Coro.CreateTask(Work.Return(1), eager: true), TimeSpan.Zero));
    });
}
