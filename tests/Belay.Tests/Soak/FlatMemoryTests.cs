using Belay.Tests.Interop;
using Belay.Tests.Interop.Foreign;
using Belay.Tests.Support;

namespace Belay.Tests.Soak;

/// <summary>Whatever a program does over and over again, memory stays where it was.</summary>
[Collection(SoakCollection.Name)]
public class FlatMemoryTests
{
    /// <summary>What any of these may need more after hundreds of thousands of rounds: a few pools that have grown.</summary>
    const long _tolerance = 4 << 20;

    static int Rounds => SoakCollection.IsLong ? 600_000 : 20_000;

    public static TheoryData<string, Func<int, Coro>> Works => new()
    {
        { "spawn and join", async i => Assert.Equal(i, await Coro.CreateTask(Work.Return(i, turns: 1))) },
        { "spawn eagerly", async i => Assert.Equal(i, await Coro.CreateTask(Work.Return(i), eager: true)) },
        { "spawn and forget", async i => await Coro.CreateTask(Forget(i)) },
        { "group", async i => await TaskGroup.Run(async group => await Two(group, i)) },
        { "failing group", async i => await Expect.Throws<ExceptionGroup>(TaskGroup.Run(async group => await OneFails(group))) },
        { "sleep", async _ => await Coro.Sleep(TimeSpan.FromSeconds(1)) },
        { "cancel before start", async _ => await CancelAfter(0, Work.Forever()) },
        { "cancel", async _ => await CancelAfter(1, Work.Forever()) },
        { "cancel with finally", async _ => await CancelAfter(1, Work.CleanUpWhenCancelled(1)) },
        { "cancel a sleep", async _ => await CancelAfter(1, Coro.Sleep(TimeSpan.FromHours(1))) },
        { "cancel a task and one it awaits", async _ => await CancelAfter(2, AwaitAnother()) },
        { "await a task of .NET", async i => Assert.Equal(7, await Coro.CreateTask(Foreign(operation => operation.Finish(7)))) },
        { "await one that fails", async i => await Expect.Throws<Boom>(Coro.CreateTask(Foreign(operation => operation.Fail(new Boom())))) },
        { "cancel such an await", async _ => await Abandon(async operation => await operation.Task) },
        { "cancel an await on a source", async _ => await Abandon(async operation => await operation.FromSource()) },
        { "cancel a custom await", async _ => await Abandon(async operation => await InTry(operation)) },
        { "cancel with token", async _ => await CancelAfter(1, OnToken()) },
        { "async Task method", async i => Assert.Equal(i, await Method(i)) },
        { "cancel an async Task method", async _ => await CancelAfter(1, InMethod()) },
        { "callbacks and timers", async _ => await Callbacks() },
        { "gather", async i => Assert.Equal((i, i), await Coro.Gather(Work.Return(i, turns: 1), Work.Return(i))) },
        { "failing gather", async _ => await Expect.Throws<Boom>(Coro.Gather(Work.Fail(new Boom()), Coro.Yield())) },
        { "cancel a gather", async _ => await CancelAfter(1, Gathered()) },
        { "cancel a shield", async _ => await CancelAfter(1, Shielded()) },
        { "wait for", async i => Assert.Equal(i, await Coro.WaitFor(Work.Return(i, turns: 1), TimeSpan.FromHours(1))) },
        { "wait for too long", async _ => await Expect.Throws<TimeoutException>(Coro.WaitFor(Work.Forever(), TimeSpan.FromSeconds(1))) },
        { "wait for without time", async _ => await Expect.Throws<TimeoutException>(Coro.WaitFor(Work.Forever(), TimeSpan.Zero)) },
        { "time-out that is moved", async _ => await Coro.Timeout(TimeSpan.Zero, Reschedule) },
        { "wait", async i => await Coro.Wait([Coro.CreateTask(Work.Return(i, turns: 1))], TimeSpan.FromHours(1)) },
        { "as completed, left early", async _ => await LeaveEarly() },
        { "to a thread", async i => Assert.Equal(i, await Coro.ToThread(() => i)) },
    };

    [Theory]
    [MemberData(nameof(Works), DisableDiscoveryEnumeration = true)]
    public void Repeat_ManyTimes_LeavesMemoryFlat(string what, Func<int, Coro> work) => Loop.Run(async () =>
    {
        var loop = EventLoop.Running;
        await Repeat(work, 2_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Repeat(work, Rounds);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Assert.True(after - before < _tolerance, $"{what}: {before} bytes before {Rounds} rounds, {after} after");
        _ = Assert.Single(Coro.AllTasks());
        Assert.Equal(1, loop.LiveStrandCount);
        Assert.Equal(0, loop.TimerCount);
    }, new RunOptions { TimeProvider = new VirtualTimeProvider() });

    static async Coro Gathered() => await Coro.Gather(Work.Forever(), Work.Forever());

    static async Coro Shielded() => await Coro.Shield(Coro.Yield());

    static async Coro Reschedule(TimeoutScope scope)
    {
        scope.Reschedule(EventLoop.Running.Time + TimeSpan.FromHours(1));
        await Coro.Yield();
    }

    static async Coro LeaveEarly()
    {
        CoroTask[] tasks = [Coro.CreateTask(Coro.Yield()), Coro.CreateTask(Work.Return(1, turns: 2))];
        await foreach (var task in Coro.AsCompleted(tasks, TimeSpan.FromHours(1)))
        {
            Assert.Same(tasks[0], task);
            break;
        }
        await tasks[1];
    }

    static async Coro Repeat(Func<int, Coro> work, int rounds)
    {
        for (var i = 0; i < rounds; i++)
        {
            await work(i);
        }
    }

    static async Coro Forget(int value)
    {
        var detached = Coro.CreateTask(Work.Return(value, turns: 1));
        await Coro.Yield();
        await Loop.Turns(2);
        Assert.True(detached.IsDone);
    }

    static async Coro Two(TaskGroup group, int value)
    {
        var first = group.CreateTask(Work.Return(value, turns: 1));
        var second = group.CreateTask(Work.Return(value), eager: true);
        Assert.Equal(2 * value, await first + await second);
    }

    static async Coro OneFails(TaskGroup group)
    {
        var waits = group.CreateTask(Work.Forever());
        var fails = group.CreateTask(Work.Fail(new Boom()));
        await waits;
        Assert.True(fails.IsDone);
    }

    static async Coro CancelAfter(int turns, Coro body)
    {
        var task = Coro.CreateTask(body);
        await Loop.Turns(turns);
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
    }

    static async Coro AwaitAnother() => await Coro.CreateTask(Work.Forever());

    static async Coro<int> Foreign(Action<Operation> end)
    {
        var operation = new Operation();
        EventLoop.Running.CallSoon(() => end(operation));
        return await operation.Task;
    }

    static async Coro Abandon(Func<Operation, Coro> wait)
    {
        var operation = new Operation();
        await CancelAfter(1, wait(operation));
        operation.Finish(7);
        // What was left behind hears of its end by way of the pool, and the queue there is memory too: this takes its turn in it.
        await Task.Run(() => { });
    }

    static async Coro InTry(Operation operation)
    {
        try
        {
            await new StructAwaitable(operation);
        }
        catch (CancelledException)
        {
            await Coro.Yield();
            throw;
        }
    }

    static async Coro OnToken()
    {
        var token = Coro.Token;
        var operation = new TaskCompletionSource();
        using (token.UnsafeRegister(_ => operation.TrySetCanceled(token), null))
        {
            await operation.Task;
        }
    }

    static async Coro InMethod() => await Method(-1);

    static async Task<int> Method(int value)
    {
        await Work.Return(value, turns: 1);
        if (value < 0)
        {
            await Work.Forever();
        }
        return value;
    }

    static async Coro Callbacks()
    {
        var loop = EventLoop.Running;
        var future = new Future<int>();
        future.AddDoneCallback(done => loop.CallSoonThreadSafe(() => { }));
        loop.CallLater(TimeSpan.FromHours(1), () => { }).Cancel();
        loop.CallLater(TimeSpan.FromSeconds(1), () => future.SetResult(1));
        Assert.Equal(1, await future);
    }
}
