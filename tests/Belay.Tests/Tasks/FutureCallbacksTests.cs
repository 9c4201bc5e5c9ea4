using Belay.Tests.Support;

namespace Belay.Tests.Tasks;

public class FutureCallbacksTests
{
    readonly List<string> _log = [];

    [Fact]
    public void AddDoneCallback_Several_AreCalledInOrderInTheNextTurn() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        future.AddDoneCallback(Say("one"));
        future.AddDoneCallback(Say("two"));
        future.SetResult(1);
        Assert.Empty(_log);
        await Coro.Yield();
        Assert.Equal(["one", "two"], _log);
    });

    [Fact]
    public void AddDoneCallback_AnyOutcome_IsCalledWithTheFuture() => Loop.Run(async () =>
    {
        var seen = new List<Future>();
        var value = new Future<int>();
        var failure = new Future<int>();
        var cancelled = new Future<int>();
        foreach (var future in new[] { value, failure, cancelled })
        {
            future.AddDoneCallback(seen.Add);
        }
        value.SetResult(1);
        failure.SetException(new Boom());
        cancelled.Cancel();
        await Coro.Yield();
        Assert.Equal([value, failure, cancelled], seen);
        Assert.NotNull(failure.Exception);
    });

    [Fact]
    public void AddDoneCallback_OnADoneFuture_IsStillScheduled() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        future.SetResult(1);
        future.AddDoneCallback(Say("late"));
        Assert.Empty(_log);
        await Coro.Yield();
        Assert.Equal(["late"], _log);
    });

    [Fact]
    public void AddDoneCallback_TwiceTheSame_IsCalledTwice() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        var say = Say("again");
        future.AddDoneCallback(say);
        future.AddDoneCallback(say);
        future.SetResult(1);
        await Coro.Yield();
        Assert.Equal(["again", "again"], _log);
    });

    [Fact]
    public void AddDoneCallback_BesideAwaiters_KeepsTheOrderOfRegistration() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        future.AddDoneCallback(Say("first"));
        var task = Coro.CreateTask(Wait());
        await Coro.Yield();
        future.AddDoneCallback(Say("last"));
        future.SetResult(1);
        EventLoop.Running.CallSoon(() => _log.Add("soon"));
        await task;
        Assert.Equal(["first", "task", "last", "soon"], _log);

        async Coro Wait()
        {
            await future;
            _log.Add("task");
        }
    });

    [Fact]
    public void AddDoneCallback_OnATask_SeesItDone() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Return(5));
        task.AddDoneCallback(done => _log.Add($"{done == task} {done.IsDone} {task.Result}"));
        await task;
        await Coro.Yield();
        Assert.Equal(["True True 5"], _log);
    });

    [Fact]
    public void AddDoneCallback_FromACallback_IsCalledInTheTurnAfter() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        future.AddDoneCallback(_ =>
        {
            _log.Add("first");
            future.AddDoneCallback(Say("second"));
        });
        future.SetResult(1);
        await Coro.Yield();
        Assert.Equal(["first"], _log);
        await Coro.Yield();
        Assert.Equal(["first", "second"], _log);
    });

    [Fact]
    public void AddDoneCallback_ThatThrows_IsReportedAtOnceAndDisturbsNobody()
    {
        var boom = new Boom();
        Future<int>? future = null;
        var errors = Loop.RunCollectingErrors(async () =>
        {
            future = new Future<int>();
            future.AddDoneCallback(_ => throw boom);
            future.AddDoneCallback(Say("next"));
            future.SetResult(1);
            await Coro.Yield();
            Assert.Equal(["next"], _log);
        });
        Assert.Same(boom, Assert.Single(errors).Exception);
        Assert.Equal(1, future!.Result);
    }

    [Fact]
    public void RemoveDoneCallback_First_LeavesTheOthers() => Loop.Run(() => RemoveAndRun([0, 0], "two", "three"));

    [Fact]
    public void RemoveDoneCallback_FirstAndSecond_LeavesTheThird() => Loop.Run(() => RemoveAndRun([0, 1, 0], "three"));

    [Fact]
    public void RemoveDoneCallback_Last_LeavesTheOthers() => Loop.Run(() => RemoveAndRun([2, 2], "one", "two"));

    [Fact]
    public void RemoveDoneCallback_Equal_RemovesAllAndCountsThem() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        var one = Say("one");
        var two = Say("two");
        future.AddDoneCallback(one);
        future.AddDoneCallback(two);
        Assert.Equal(1, future.RemoveDoneCallback(two));
        Assert.Equal(0, future.RemoveDoneCallback(Say("three")));
        future.AddDoneCallback(two);
        for (var i = 0; i < 5; i++)
        {
            future.AddDoneCallback(one);
        }
        Assert.Equal(6, future.RemoveDoneCallback(one));
        future.SetResult(1);
        await Coro.Yield();
        Assert.Equal(["two"], _log);
    });

    [Fact]
    public void RemoveDoneCallback_EqualMethodGroup_IsFound() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        future.AddDoneCallback(Note);
        Assert.Equal(1, future.RemoveDoneCallback(Note));
        future.SetResult(1);
        await Coro.Yield();
        Assert.Empty(_log);

        void Note(Future done) => _log.Add("noted");
    });

    [Fact]
    public void RemoveDoneCallback_AfterDone_FindsNothing() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        var say = Say("said");
        future.AddDoneCallback(say);
        future.SetResult(1);
        Assert.Equal(0, future.RemoveDoneCallback(say));
        await Coro.Yield();
        Assert.Equal(["said"], _log);
    });

    [Fact]
    public void RemoveDoneCallback_WithAwaiters_LeavesThem() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        var say = Say("callback");
        future.AddDoneCallback(say);
        var task = Coro.CreateTask(Wait());
        await Coro.Yield();
        Assert.Equal(1, future.RemoveDoneCallback(say));
        future.SetResult(7);
        Assert.Equal(7, await task);
        Assert.Empty(_log);

        async Coro<int> Wait() => await future;
    });

    [Fact]
    public void AddDoneCallback_WithNull_Throws() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        Assert.Throws<ArgumentNullException>(() => future.AddDoneCallback(null!));
        await Coro.CompletedCoro;
    });

    async Coro RemoveAndRun(int[] remove, params string[] expected)
    {
        var future = new Future<int>();
        Action<Future>[] callbacks = [Say("one"), Say("two"), Say("three")];
        foreach (var callback in callbacks)
        {
            future.AddDoneCallback(callback);
        }
        foreach (var index in remove)
        {
            future.RemoveDoneCallback(callbacks[index]);
        }
        future.SetResult(1);
        await Coro.Yield();
        Assert.Equal(expected, _log);
    }

    Action<Future> Say(string what) => _ => _log.Add(what);
}
