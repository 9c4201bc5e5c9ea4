using Belay.Tests.Support;

namespace Belay.Tests.Surface;

/// <inheritdoc cref="CoroutineContractTests"/>
public class TaskContractTests
{
    [Fact]
    public void CreateTask_EveryArgumentNamed_MakesThatTask() => Loop.Run(async () =>
    {
        CoroTask plain = Coro.CreateTask(coroutine: Coro.Yield(), name: "plain", eager: true);
        CoroTask<int> withResult = Coro.CreateTask(coroutine: Work.Return(5), name: "result", eager: true);

        Assert.Equal(("plain", false), (plain.Name, plain.IsDone));
        Assert.Equal(("result", true, 5), (withResult.Name, withResult.IsDone, withResult.Result));
        await plain;
    });

    [Fact]
    public void Task_InsideItself_IsTheCurrentOne() => Loop.Run(async () =>
    {
        CoroTask? seen = null;
        CancellationToken token = default;
        var task = Coro.CreateTask(Look());
        task.Name = "looks";

        IReadOnlyCollection<CoroTask> all = Coro.AllTasks();
        await task;

        Assert.Equal(("looks", true, true), (seen!.Name, seen == task, token.CanBeCanceled));
        Assert.Contains(task, all);

        async Coro Look()
        {
            seen = Coro.CurrentTask;
            token = Coro.Token;
            await Coro.CompletedCoro;
        }
    });

    [Fact]
    public void Task_CancelledAndUncancelled_CountsTheRequests() => Loop.Run(async () =>
    {
        CoroTask task = Coro.CreateTask(Work.Return(1, turns: 1));
        Assert.True(task.Cancel(message: "first"));
        Assert.True(task.Cancel());
        Assert.Equal(2, task.Cancelling);

        Assert.Equal(1, task.Uncancel());
        Assert.Equal(0, task.Uncancel());
        await task;

        Assert.Equal((false, 0), (task.IsCancelled, task.Cancelling));
    });

    [Fact]
    public void GetStack_OfAWaitingTask_HasItsFrames() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Forever());
        await Coro.Yield();

        IReadOnlyList<CoroFrame> stack = task.GetStack();

        var frame = Assert.Single(stack);
        Assert.Contains(nameof(Work.Forever), frame.Method);
        Assert.Equal(frame, new CoroFrame(Method: frame.Method, File: frame.File, Line: frame.Line));
        task.Cancel();
    });

    [Fact]
    public void TaskGroup_EveryArgumentNamed_OwnsItsChildren() => Loop.Run(async () =>
    {
        CoroTask? plain = null;
        CoroTask<int>? withResult = null;

        await TaskGroup.Run(body: async group =>
        {
            plain = group.CreateTask(coroutine: Coro.Yield(), name: "plain", eager: true);
            withResult = group.CreateTask(coroutine: Work.Return(5, turns: 1), name: "result", eager: false);
            await Coro.CompletedCoro;
        });

        Assert.Equal(("plain", true), (plain!.Name, plain.IsDone));
        Assert.Equal(("result", 5), (withResult!.Name, withResult.Result));
    });

    [Fact]
    public void TaskGroup_WithAResult_GivesTheBodysOwn() => Loop.Run(async () =>
        Assert.Equal(7, await TaskGroup.Run<int>(body: async group => 3 + await group.CreateTask(Work.Return(4, turns: 1)))));

    // The statement that the analyzer is for: without it this would not compile, as warnings are errors.
    [Fact]
    public void TaskGroup_CancelledByItsBody_EndsItsChildren() => Loop.Run(async () =>
    {
        var cancelled = 0;

        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Work.TellWhenCancelled(() => cancelled++));
            group.CreateTask(Work.TellWhenCancelled(() => cancelled++), name: "second");
            await Coro.Yield();
            group.Cancel();
        });

        Assert.Equal(2, cancelled);
    });
}
