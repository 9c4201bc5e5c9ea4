using Belay.Tests.Support;

namespace Belay.Tests.Structure;

public class GatherOutcomesTests
{
    [Fact]
    public void GatherOutcomes_AllSucceed_GivesTheirValues() => Loop.Run(async () =>
    {
        var outcomes = await Coro.GatherOutcomes([Work.Return(1, turns: 1), Work.Return(2)]);
        Assert.Equal([1, 2], outcomes.Select(outcome => outcome.Value));
        Assert.All(outcomes, outcome => Assert.True(outcome.IsSuccess));
    });

    [Fact]
    public void GatherOutcomes_FailuresAmongThem_AreResults() => Loop.Run(async () =>
    {
        Future<int> a = new(), b = new(), c = new(), d = new();
        Boom first = new("first"), second = new("second");
        var gather = Coro.GatherOutcomes(new[] { a, b, c, d });
        b.SetResult(1);
        c.SetException(first);
        a.SetResult(3);
        await Loop.Turns(2);
        Assert.False(gather.IsDone);
        d.SetException(second);
        var outcomes = await gather;
        Assert.Equal(3, outcomes[0].Value);
        Assert.Equal(1, outcomes[1].Value);
        Assert.Same(first, outcomes[2].Exception);
        Assert.Same(second, outcomes[3].Exception);
        Assert.Same(first, Assert.Throws<Boom>(() => outcomes[2].Value));
    });

    [Fact]
    public void GatherOutcomes_CancellationsAmongThem_AreResults() => Loop.Run(async () =>
    {
        var future = new Future<int>();
        var task = Coro.CreateTask(WaitForever());
        var gather = Coro.GatherOutcomes([future, task, Work.Return(1)]);
        await Coro.Yield();
        future.Cancel("enough");
        task.Cancel("too");
        var outcomes = await gather;
        Assert.Equal([true, true, false], outcomes.Select(outcome => outcome.IsCancelled));
        Assert.Equal("enough", outcomes[0].Exception!.Message);
        // The task's own exception is for who awaits the task.
        Assert.Equal("too", (await Expect.Throws<CancelledException>(task)).Message);
    });

    [Fact]
    public void GatherOutcomes_WithoutResults_GivesNullOrTheFailure() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var outcomes = await Coro.GatherOutcomes([Loop.Turns(1), Work.Fail(boom), Work.Fail(new CancelledException())]);
        Assert.Null(outcomes[0]);
        Assert.Same(boom, outcomes[1]);
        Assert.IsType<CancelledException>(outcomes[2]);
    });

    [Fact]
    public void GatherOutcomes_Tasks_GivesNullOrTheFailure() => Loop.Run(async () =>
    {
        List<CoroTask> tasks = [Coro.CreateTask(Loop.Turns(1)), Coro.CreateTask(Work.Fail(new Boom()))];
        var outcomes = await Coro.GatherOutcomes(tasks);
        Assert.Null(outcomes[0]);
        Assert.IsType<Boom>(outcomes[1]);
    });

    [Fact]
    public void GatherOutcomes_TasksWithResults_GivesTheirOutcomes() => Loop.Run(async () =>
    {
        CoroTask<int>[] tasks = [Coro.CreateTask(Work.Return(1)), Coro.CreateTask(Fail())];
        var outcomes = await Coro.GatherOutcomes(tasks);
        Assert.Equal(1, outcomes[0].Value);
        Assert.IsType<Boom>(outcomes[1].Exception);

        static async Coro<int> Fail()
        {
            await Coro.Yield();
            throw new Boom();
        }
    });

    [Fact]
    public void GatherOutcomes_Nothing_IsDoneAtOnce() => Loop.Run(async () =>
    {
        Assert.Empty(Coro.GatherOutcomes(Array.Empty<Coro<int>>()).Result);
        Assert.Empty(Coro.GatherOutcomes(Array.Empty<Coro>()).Result);
        await Coro.Yield();
    });

    [Fact]
    public void GatherOutcomes_SameCoroutineTwice_RunsItOnce() => Loop.Run(async () =>
    {
        var same = Work.Return(1, turns: 1);
        var outcomes = await Coro.GatherOutcomes([same, same]);
        Assert.Equal([1, 1], outcomes.Select(outcome => outcome.Value));
    });

    [Fact]
    public void Cancel_GatherOfOutcomes_CancelsTheGatherThoughAllIsCollected() => Loop.Run(async () =>
    {
        var first = Coro.CreateTask(Work.Forever());
        var gather = Coro.GatherOutcomes([first, Work.CleanUpWhenCancelled(3)]);
        await Coro.Yield();
        Assert.True(gather.Cancel());
        await Expect.Throws<CancelledException>(gather);
        Assert.True(first.IsCancelled);
        _ = Assert.Single(Coro.AllTasks());
    });

    [Fact]
    public void Cancel_TaskThatAwaitsOutcomes_EndsAsCancelled() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Wait());
        await Loop.Turns(2);
        task.Cancel();
        await Expect.Throws<CancelledException>(task);
        Assert.True(task.IsCancelled);

        static async Coro Wait() => await Coro.GatherOutcomes([Work.Forever(), Work.Fail(new Boom(), turns: 1)]);
    });

    [Fact]
    public void Cancel_GatherOfOutcomes_ShowsTheMessageOfTheLastArgument() => Loop.Run(async () =>
    {
        var last = new Future<int>();
        var gather = Coro.GatherOutcomes([Coro.CreateTask(WaitForever()), last]);
        await Coro.Yield();
        gather.Cancel("to all");
        Assert.Equal("to all", (await Expect.Throws<CancelledException>(gather)).Message);
    });

    [Fact]
    public void Cancel_LastArgumentDoneBefore_ShowsNoMessage() => Loop.Run(async () =>
    {
        var done = new Future<int>();
        done.SetResult(1);
        var gather = Coro.GatherOutcomes([Coro.CreateTask(WaitForever()), done]);
        await Coro.Yield();
        gather.Cancel("to all");
        Assert.Equal(new CancelledException().Message, (await Expect.Throws<CancelledException>(gather)).Message);
    });

    [Fact]
    public void Cancel_FailuresCollected_AreNotReported() => Loop.Run(async () =>
    {
        var gather = Coro.GatherOutcomes([Work.Fail(new Boom()), Work.Forever()]);
        await Loop.Turns(3);
        gather.Cancel();
        await Expect.Throws<CancelledException>(gather);
    });

    [Fact]
    public void GatherOutcomes_OfAFailedGather_HasItsFailure() => Loop.Run(async () =>
    {
        var boom = new Boom();
        var outcomes = await Coro.GatherOutcomes([Coro.Gather(Work.Fail(boom)), Coro.Gather(Loop.Turns(2))]);
        Assert.Same(boom, outcomes[0]);
        Assert.Null(outcomes[1]);
    });

    static async Coro<int> WaitForever() => await new Future<int>();
}
