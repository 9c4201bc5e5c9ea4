using Belay.Tests.Support;

namespace Belay.Tests.Tasks;

/// <summary>Tasks that end in their first step, one after the other: what one of them did must not be seen by the next.</summary>
public class FirstStepTests
{
    static async Coro Do(Action action) => action();

    [Fact]
    public void FirstSteps_OfSeveral_EachIsCurrentAndAliveOnce() => Loop.Run(async () =>
    {
        var main = Coro.CurrentTask;
        var seen = new List<(CoroTask Current, int Alive)>();
        void Look() => seen.Add((Coro.CurrentTask, Coro.AllTasks().Distinct().Count()));
        CoroTask[] tasks = [Coro.CreateTask(Do(Look)), Coro.CreateTask(Do(Look)), Coro.CreateTask(Do(Look))];
        await tasks[2];
        Assert.Equal([(tasks[0], 4), (tasks[1], 3), (tasks[2], 2)], seen);
        Assert.Equal([main], Coro.AllTasks());
        Assert.Equal(1, EventLoop.Running.LiveStrandCount);
    });

    [Fact]
    public void FirstStep_ThatCancelsItself_CancelsNobodyElse() => Loop.Run(async () =>
    {
        var cancelled = Coro.CreateTask(Do(() => Coro.CurrentTask.Cancel("itself")));
        var next = Coro.CreateTask(Work.Return(1, turns: 1));
        Assert.Equal("itself", (await Expect.Throws<CancelledException>(cancelled)).Message);
        Assert.Equal(1, await next);
    });

    [Fact]
    public void FirstStep_ThatChangesAnAsyncLocal_ChangesItForItselfOnly() => Loop.Run(async () =>
    {
        var local = new AsyncLocal<int> { Value = 1 };
        var seen = new List<int>();
        _ = Coro.CreateTask(Do(() => local.Value = 2));
        _ = Coro.CreateTask(Do(() => seen.Add(local.Value)));
        await Coro.CreateTask(Do(() => seen.Add(local.Value)));
        Assert.Equal([1, 1], seen);
        Assert.Equal(1, local.Value);
    });

    [Fact]
    public void FirstStep_ThatSuppressesTheFlow_SuppressesItForItselfOnly() => Loop.Run(async () =>
    {
        var local = new AsyncLocal<int> { Value = 1 };
        var seen = new List<(bool, int)>();
        _ = Coro.CreateTask(Do(() => ExecutionContext.SuppressFlow()));
        await Coro.CreateTask(Do(() => seen.Add((ExecutionContext.IsFlowSuppressed(), local.Value))));
        seen.Add((ExecutionContext.IsFlowSuppressed(), local.Value));
        Assert.Equal([(false, 1), (false, 1)], seen);
    });

    [Fact]
    public void FirstStep_ThatTakesItsToken_LeavesTheNextOneItsOwn() => Loop.Run(async () =>
    {
        CancellationToken first = default, second = default;
        await Coro.CreateTask(Do(() => first = Coro.Token));
        await Coro.CreateTask(Do(() => second = Coro.Token));
        Assert.NotEqual(first, second);
    });
}
