using Belay.Tests.Support;

namespace Belay.Tests.Diagnostics.Debugging;

/// <summary>A cancellation that is caught and not thrown on is reported, once; cleaning up, however long, is not.</summary>
public class DebugSwallowedTests
{
    [Fact]
    public void Task_ThatSucceedsAllTheSame_IsReported() => DebugRun.Single(async () =>
    {
        var task = Coro.CreateTask(Worker(), name: "worker");
        await Coro.Yield();
        task.Cancel();
        await task;

        static async Coro Worker()
        {
            try { await Work.Forever(); }
            catch (CancelledException) { }
        }
    }, "Task worker has swallowed its cancellation: it was delivered, and the task has ended as if nothing had happened",
        "the cancellation was delivered\n    at Belay.Tests.Support.Work.Forever", "DebugSwallowedTests.cs", "worker was created\n    at ");

    [Fact]
    public void Task_ThatGoesOnInItsLoop_IsReportedWhileItDoes()
    {
        var rounds = 0;
        var reportedIn = 0;
        HangGuard.Run(() => Coro.Run(Main(), new RunOptions { Debug = true, TimeProvider = new VirtualTimeProvider(), HandleSignals = false, ErrorHandler = _ => reportedIn = rounds }));
        Assert.InRange(reportedIn, 2, 10);

        async Coro Main()
        {
            var task = Coro.CreateTask(Worker());
            await Loop.Turns(3);
            task.Cancel();
            await task;
        }

        async Coro Worker()
        {
            while (reportedIn == 0)
            {
                try { await Poll(); }
                catch (Exception) { rounds = 0; }
                rounds++;
            }
            Coro.CurrentTask.Uncancel();
        }

        static async Coro Poll() => await Coro.Yield();
    }

    [Fact]
    public void Task_ThatGoesOnInItsLoopAndEnds_IsReportedOnce() => DebugRun.Single(async () =>
    {
        var task = Coro.CreateTask(Worker());
        await Loop.Turns(3);
        task.Cancel();
        await task;

        static async Coro Worker()
        {
            for (var i = 0; i < 20; i++)
            {
                try { await Coro.Yield(); }
                catch (CancelledException) { }
            }
        }
    }, "the task has gone back to its loop");

    [Fact]
    public void Task_CancelledOnItsToken_IsReportedToo() => DebugRun.Single(async () =>
    {
        var task = Coro.CreateTask(Worker());
        await Coro.Yield();
        task.Cancel();
        await task;

        static async Coro Worker()
        {
            try { await Task.Delay(Timeout.Infinite, Coro.Token); }
            catch (OperationCanceledException) { }
        }
    }, "has swallowed its cancellation");

    [Fact]
    public void Task_ThatThrowsItOn_IsNotReported() => Quiet(async () => await Work.Forever());

    [Fact]
    public void Task_ThatCleansUpForLong_IsNotReported() => Quiet(async () =>
    {
        try { await Work.Forever(); }
        finally
        {
            for (var i = 0; i < 20; i++) await Coro.Yield();
        }
    });

    [Fact]
    public void Task_ThatCleansUpInACatch_IsNotReported() => Quiet(async () =>
    {
        try { await Work.Forever(); }
        catch (CancelledException)
        {
            while (EventLoop.Running.Time < TimeSpan.FromSeconds(5)) await Coro.Sleep(TimeSpan.FromSeconds(1));
            throw;
        }
    });

    [Fact]
    public void Task_ThatWaitsOnForWhatMustBeFinished_IsNotReported() => Quiet(async () =>
    {
        var commit = Coro.CreateTask(Work.Return(1, turns: 5));
        CancelledException? held = null;
        while (!commit.IsDone)
        {
            var done = new Future<int>();
            commit.AddDoneCallback(_ => done.Cancel());
            try { await done; }
            catch (CancelledException cancelled) when (!commit.IsDone) { held = cancelled; }
            catch (CancelledException) { }
        }
        if (held is not null) throw held;
    });

    [Fact]
    public void Task_ThatFailsInstead_IsNotReported() => Quiet(async () => await Work.FailWhenCancelled(new Boom()));

    [Fact]
    public void Task_ThatUncancels_IsNotReported() => Quiet(async () =>
    {
        try { await Work.Forever(); }
        catch (CancelledException) { Coro.CurrentTask.Uncancel(); }
        for (var i = 0; i < 20; i++) await Coro.Yield();
    });

    [Fact]
    public void Task_WhoseRequestCameTooLate_IsNotReported() => DebugRun.Silent(async () =>
    {
        CoroTask? self = null;
        self = Coro.CreateTask(Last());
        await Expect.Throws<CancelledException>(self);

        async Coro Last()
        {
            await Coro.Yield();
            self!.Cancel();
        }
    });

    [Fact]
    public void Task_ThatAwaitsACancelledFuture_IsNotReported() => DebugRun.Silent(async () =>
    {
        for (var i = 0; i < 10; i++)
        {
            var future = new Future<int>();
            EventLoop.Running.CallSoon(() => future.Cancel());
            await Expect.Throws<CancelledException>(future);
        }
    });

    [Fact]
    public void Task_ThatPassesItToAnotherWhichSwallows_OnlyThatIsReported() => DebugRun.Single(async () =>
    {
        var outer = Coro.CreateTask(Outer(), name: "outer");
        await Loop.Turns(3);
        outer.Cancel();
        await outer;

        static async Coro Outer() => await Coro.CreateTask(Inner(), name: "inner");

        static async Coro Inner()
        {
            try { await Work.Forever(); }
            catch (CancelledException) { }
        }
    }, "Task inner has swallowed");

    [Fact]
    public void Group_WhoseChildFails_ReportsNothing() => DebugRun.Silent(async () =>
    {
        for (var i = 0; i < 5; i++)
            await Failures.InGroup(TaskGroup.Run(async group =>
            {
                group.CreateTask(Work.CleanUpWhenCancelled(turns: 5));
                group.CreateTask(Work.Fail(_boom, turns: 1));
                await Work.CleanUpWhenCancelled(turns: 3);
            }), _boom);
    });

    [Fact]
    public void Group_ThatIsCancelled_ReportsNothing() => DebugRun.Silent(async () =>
    {
        for (var i = 0; i < 5; i++)
            await TaskGroup.Run(async group =>
            {
                group.CreateTask(Work.CleanUpWhenCancelled(turns: 5));
                await Coro.Yield();
                group.Cancel();
            });
    });

    [Fact]
    public void Group_CancelledAgainAndAgainAtItsEnd_ReportsNothing() => Quiet(() => TaskGroup.Run(group =>
    {
        group.CreateTask(Work.CleanUpWhenCancelled(turns: 20));
        return Coro.CompletedCoro;
    }), cancels: 6);

    [Fact]
    public void Condition_CancelledAgainAndAgainWhileItGetsItsLockBack_ReportsNothing() => DebugRun.Silent(async () =>
    {
        var condition = new AsyncCondition();
        var task = Coro.CreateTask(Wait());
        await Coro.Yield();
        using (await condition.AcquireAsync())
        {
            for (var i = 0; i < 6; i++)
            {
                task.Cancel();
                await Loop.Turns(2);
            }
        }
        await Expect.Throws<CancelledException>(task);

        async Coro Wait()
        {
            using (await condition.AcquireAsync()) await condition.WaitAsync();
        }
    });

    [Fact]
    public void Shutdown_OfTasksThatCleanUp_ReportsNothing() => DebugRun.Silent(async () =>
    {
        _ = Coro.CreateTask(Work.CleanUpWhenCancelled(turns: 20));
        await Coro.Yield();
    });

    static readonly Boom _boom = new();

    /// <summary>The work is cancelled once it waits; nothing must be reported.</summary>
    static void Quiet(Func<Coro> work, int cancels = 1) => DebugRun.Silent(async () =>
    {
        var task = Coro.CreateTask(work());
        for (var i = 0; i < cancels; i++)
        {
            await Loop.Turns(2);
            task.Cancel();
        }
        try { await task; }
        catch (Exception failure) when (failure is CancelledException or Boom) { }
    });
}
