using Belay.Tests.Support;

namespace Belay.Tests.Tasks;

public class CancelMessageTests
{
    [Fact]
    public void Cancel_WithMessage_ReachesTheCoroutine() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(MessageOf(Work.Forever()));
        await Coro.Yield();
        task.Cancel("stop");
        Assert.Equal("stop", await task);
    });

    [Fact]
    public void Cancel_WithMessage_GoesToWhoeverAsksFirst() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Forever());
        await Coro.Yield();
        task.Cancel("stop");
        await Coro.Yield();
        Assert.Equal("stop", Assert.Throws<CancelledException>(() => task.Exception).Message);
        Assert.NotEqual("stop", Assert.Throws<CancelledException>(() => task.Exception).Message);
        Assert.NotEqual("stop", (await Expect.Throws<CancelledException>(task)).Message);
    });

    [Fact]
    public void Cancel_WithMessageBeforeTheStart_GoesToWhoeverAsksFirst() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Return(1));
        task.Cancel("stop");
        await Coro.Yield();
        Assert.Equal("stop", Assert.Throws<CancelledException>(() => task.Result).Message);
        Assert.NotEqual("stop", Assert.Throws<CancelledException>(() => task.Result).Message);
    });

    [Fact]
    public void Cancel_WithMessageAndTwoAwaiters_OnlyTheFirstGetsIt() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Forever());
        var first = Coro.CreateTask(MessageOf(task));
        var second = Coro.CreateTask(MessageOf(task));
        await Coro.Yield();
        task.Cancel("stop");
        Assert.Equal("stop", await first);
        Assert.NotEqual("stop", await second);
    });

    [Fact]
    public void Cancel_TwiceWhileWaitingOnAFuture_FirstMessageArrives() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(MessageOf(Work.Forever()));
        await Coro.Yield();
        task.Cancel("first");
        task.Cancel("second");
        Assert.Equal("first", await task);
        Assert.Equal(2, task.Cancelling);
    });

    [Fact]
    public void Cancel_TwiceWhileSleeping_FirstMessageArrives() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(MessageOf(Coro.Sleep(TimeSpan.FromHours(1))));
        await Coro.Yield();
        task.Cancel("first");
        task.Cancel("second");
        Assert.Equal("first", await task);
    });

    [Fact]
    public void Cancel_TwiceAfterGivingUpTheTurn_LastMessageArrives() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(MessageOf(Coro.Yield()));
        await Coro.Yield();
        task.Cancel("first");
        task.Cancel("second");
        Assert.Equal("second", await task);
        Assert.Equal(2, task.Cancelling);
    });

    [Fact]
    public void Cancel_WithoutMessage_HasTheSameTextAsAnyOther() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(MessageOf(Work.Forever()));
        await Coro.Yield();
        task.Cancel();
        Assert.Equal(new CancelledException().Message, await task);
    });

    [Fact]
    public void Cancel_OfAFutureWithMessage_GivesItToEveryone() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        var first = Coro.CreateTask(MessageOf(future));
        var second = Coro.CreateTask(MessageOf(future));
        await Coro.Yield();
        future.Cancel("stop");
        Assert.Equal("stop", await first);
        Assert.Equal("stop", await second);
        Assert.Equal("stop", Assert.Throws<CancelledException>(() => future.Result).Message);
    });

    [Fact]
    public void Cancel_WithMessageThroughAnAwaitedTask_ReachesTheAwaiter() => Loop.Run(async () =>
    {
        var inner = Coro.CreateTask(Work.Forever());
        var outer = Coro.CreateTask(MessageOf(inner));
        await Coro.Yield();
        outer.Cancel("stop");
        Assert.Equal("stop", await outer);
    });

    static async Coro<string> MessageOf(Coro awaitable) => (await Expect.Throws<CancelledException>(awaitable)).Message;
}
