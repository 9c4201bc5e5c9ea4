using Belay.Tests.Support;

namespace Belay.Tests.Tasks;

public class AllTasksTests
{
    [Fact]
    public void AllTasks_InMainAlone_IsMain() => Loop.Run(async () =>
    {
        Assert.Equal([Coro.CurrentTask], Coro.AllTasks());
        await Coro.CompletedCoro;
    });

    [Fact]
    public void AllTasks_WithLiveTasks_HasThemUntilTheyAreDone() => Loop.Run(async () =>
    {
        var main = Coro.CurrentTask;
        var value = Coro.CreateTask(Work.Return(1, turns: 1));
        var failure = Coro.CreateTask(Work.Fail(new Boom(), turns: 1));
        var waiting = Coro.CreateTask(Work.Forever());
        Assert.Equal(Set(main, value, failure, waiting), Set(Coro.AllTasks()));
        await value;
        await Expect.Throws<Boom>(failure);
        Assert.Equal(Set(main, waiting), Set(Coro.AllTasks()));
        waiting.Cancel();
        Assert.Equal(Set(main, waiting), Set(Coro.AllTasks()));
        await Expect.Throws<CancelledException>(waiting);
        Assert.Equal(Set(main), Set(Coro.AllTasks()));
    });

    [Fact]
    public void AllTasks_Taken_DoesNotChangeAfterwards() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Return(1));
        var taken = Coro.AllTasks();
        await task;
        _ = Coro.CreateTask(Work.Return(2));
        Assert.Equal(2, taken.Count);
        Assert.Contains(task, taken);
    });

    [Fact]
    public void AllTasks_InACallback_HasThemToo() => Loop.Run(async () =>
    {
        IReadOnlyCollection<CoroTask>? seen = null;
        EventLoop.Running.CallSoon(() => seen = Coro.AllTasks());
        await Coro.Yield();
        Assert.Equal([Coro.CurrentTask], seen!);
    });

    [Fact]
    public void AllTasks_OfTwoLoops_AreApart() => Loop.Run(async () =>
    {
        var task = Coro.CreateTask(Work.Forever());
        var other = await Task.Run(() => Coro.Run(Count(), new RunOptions { HandleSignals = false }));
        Assert.Equal(1, other);
        Assert.Equal(2, Coro.AllTasks().Count);
        task.Cancel();

        static async Coro<int> Count()
        {
            await Coro.Yield();
            return Coro.AllTasks().Count;
        }
    });

    static HashSet<CoroTask> Set(params IEnumerable<CoroTask> tasks) => [.. tasks];
}
