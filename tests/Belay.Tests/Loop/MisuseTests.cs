using Belay.Tests.Support;

namespace Belay.Tests.Scheduling;

/// <summary>What belongs to a running loop is touched on its thread only, and anything else says so.</summary>
public class MisuseTests
{
    public static TheoryData<string, Action<Target>> Touches => new()
    {
        { "SetResult", target => target.Future.SetResult(1) },
        { "SetException", target => target.Future.SetException(new Boom()) },
        { "Future.Cancel", target => target.Future.Cancel() },
        { "AddDoneCallback", target => target.Future.AddDoneCallback(_ => { }) },
        { "RemoveDoneCallback", target => target.Future.RemoveDoneCallback(_ => { }) },
        { "Task.Cancel", target => target.Task.Cancel() },
        { "Uncancel", target => target.Task.Uncancel() },
        { "CallSoon", target => target.Loop.CallSoon(() => { }) },
        { "CallLater", target => target.Loop.CallLater(TimeSpan.Zero, () => { }) },
        { "CallAt", target => target.Loop.CallAt(TimeSpan.Zero, () => { }) },
    };

    [Theory]
    [MemberData(nameof(Touches), DisableDiscoveryEnumeration = true)]
    public void Touch_FromAThreadWithoutALoop_Throws(string what, Action<Target> touch) => Loop.Run(async () =>
    {
        var target = new Target();
        var failure = await Task.Run(() => Record.Exception(() => touch(target)));
        Assert.True(failure is InvalidOperationException, $"{what}: {failure}");
        await target.AssertUntouched();
    });

    [Theory]
    [MemberData(nameof(Touches), DisableDiscoveryEnumeration = true)]
    public void Touch_FromAnotherLoop_Throws(string what, Action<Target> touch) => Loop.Run(async () =>
    {
        var target = new Target();
        var failure = await Task.Run(() => Coro.Run(Other(), new RunOptions { HandleSignals = false }));
        Assert.True(failure is InvalidOperationException, $"{what}: {failure}");
        await target.AssertUntouched();

        async Coro<Exception?> Other()
        {
            await Coro.Yield();
            return Record.Exception(() => touch(target));
        }
    });

    [Fact]
    public void Await_ATaskOfAnotherRunningLoop_Throws() => Loop.Run(async () =>
    {
        var target = new Target();
        var failure = await Task.Run(() => Coro.Run(Other(), new RunOptions { HandleSignals = false }));
        Assert.IsAssignableFrom<InvalidOperationException>(failure);
        await target.AssertUntouched();

        async Coro<Exception> Other() => await Expect.Throws<InvalidOperationException>(target.Task);
    });

    [Fact]
    public void Run_InsideALoop_ThrowsAndTheLoopGoesOn() => Loop.Run(async () =>
    {
        Assert.Throws<InvalidOperationException>(() => Coro.Run(Work.Return(1)));
        await Coro.Yield();
        Exception? inCallback = null;
        EventLoop.Running.CallSoon(() => inCallback = Record.Exception(() => Coro.Run(Work.Return(1))));
        await Coro.Yield();
        Assert.IsType<InvalidOperationException>(inCallback);
        _ = Assert.Single(Coro.AllTasks());
    });

    [Fact]
    public void Touch_WhileTheLoopDoesNotRun_IsAllowedFromAnyThread()
    {
        using var runner = new Runner(new RunOptions { HandleSignals = false });
        var future = new Future<int>(runner.Loop);
        var thread = new Thread(() => future.SetResult(5));
        thread.Start();
        thread.Join();
        Assert.Equal(5, runner.Run(Main()));

        async Coro<int> Main() => await future;
    }

    public sealed class Target
    {
        public Future<int> Future { get; } = new();

        public CoroTask<int> Task { get; }

        public EventLoop Loop { get; } = EventLoop.Running;

        public Target() => Task = Coro.CreateTask(Wait(Future));

        public async Coro AssertUntouched()
        {
            Assert.False(Future.IsDone);
            Assert.Equal(0, Task.Cancelling);
            await Coro.Yield();
            Future.SetResult(42);
            Assert.Equal(42, await Task);
        }

        static async Coro<int> Wait(Future<int> future) => await future;
    }
}
