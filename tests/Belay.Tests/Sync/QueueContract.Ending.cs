using Belay.Tests.Support;

namespace Belay.Tests.Sync;

public abstract partial class QueueContract
{
    [Fact]
    public void TaskDone_MoreOftenThanPut_Throws()
    {
        var queue = Make();
        Assert.Throws<InvalidOperationException>(queue.TaskDone);
        queue.TryPut(1);
        queue.TaskDone();
        Assert.Throws<InvalidOperationException>(queue.TaskDone);
    }

    [Fact]
    public void Join_NothingPut_TakesNoTurn() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        var queue = Make();
        await queue.JoinAsync();
        await queue.JoinAsync();
        Assert.Equal(0, turns.Count);
    });

    [Fact]
    public void Join_WaitsUntilAllIsDone() => Loop.Run(async () =>
    {
        var queue = Make();
        for (var i = 0; i < 100; i++)
        {
            queue.TryPut(i);
        }
        var sum = 0;
        var workers = Enumerable.Range(0, 2).Select(_ => Coro.CreateTask(Worker())).ToList();
        await queue.JoinAsync();
        Assert.Equal(Enumerable.Range(0, 100).Sum(), sum);
        workers.ForEach(worker => worker.Cancel());

        async Coro Worker()
        {
            while (true)
            {
                sum += await queue.GetAsync();
                await Coro.Yield();
                queue.TaskDone();
            }
        }
    });

    [Fact]
    public void Join_AfterNewItems_WaitsAgain() => Loop.Run(async () =>
    {
        var queue = Make();
        queue.TryPut(1);
        queue.TaskDone();
        await queue.JoinAsync();
        queue.TryPut(2);
        var join = Coro.CreateTask(queue.JoinAsync());
        await Loop.Turns(3);
        Assert.False(join.IsDone);
        queue.TaskDone();
        await join;
    });

    [Fact]
    public void Shutdown_Empty_EndsGettersAndRefusesAll() => Loop.Run(async () =>
    {
        var queue = Make();
        var getter = Coro.CreateTask(queue.GetAsync());
        await Coro.Yield();
        queue.Shutdown();
        Assert.True(queue.IsShutDown);
        await queue.JoinAsync();
        await Coro.Yield();
        Assert.True(getter.IsDone);
        await Expect.Throws<QueueShutDownException>(getter);
        await RefusesAll(queue);
    });

    [Fact]
    public void Shutdown_WithItems_LetsThemOut() => Loop.Run(async () =>
    {
        var queue = Make(1);
        queue.TryPut(1);
        var join = Coro.CreateTask(queue.JoinAsync());
        var putter = Coro.CreateTask(queue.PutAsync(2));
        await Coro.Yield();
        queue.Shutdown();
        Assert.Equal(1, queue.Count);
        await Expect.Throws<QueueShutDownException>(putter);
        Assert.Equal(1, await queue.GetAsync());
        await Loop.Turns(2);
        Assert.False(join.IsDone);
        await RefusesAll(queue);
        queue.TaskDone();
        await join;
        Assert.Throws<InvalidOperationException>(queue.TaskDone);
    });

    [Fact]
    public void Shutdown_Immediately_DropsWhatIsLeft() => Loop.Run(async () =>
    {
        var queue = Make();
        queue.TryPut(1);
        var join = Coro.CreateTask(queue.JoinAsync());
        await Coro.Yield();
        queue.Shutdown(immediate: true);
        Assert.True(queue.IsEmpty);
        await join;
        await RefusesAll(queue);
        Assert.Throws<InvalidOperationException>(queue.TaskDone);
    });

    [Fact]
    public void Shutdown_ImmediatelyWithItemsInFlight_StillWaitsForThose() => Loop.Run(async () =>
    {
        var queue = Make();
        queue.TryPut(1);
        queue.TryPut(1);
        var join = Coro.CreateTask(queue.JoinAsync());
        await queue.GetAsync();
        queue.Shutdown(immediate: true);
        await Loop.Turns(2);
        Assert.False(join.IsDone);
        queue.TaskDone();
        await join;
        await RefusesAll(queue);
    });

    [Fact]
    public void Shutdown_Twice_SecondTimeImmediately_DropsTheRest() => Loop.Run(async () =>
    {
        var queue = Make();
        queue.TryPut(1);
        queue.Shutdown();
        queue.Shutdown(immediate: true);
        await RefusesAll(queue);
        await queue.JoinAsync();
    });

    static async Coro RefusesAll(AsyncQueue<int> queue)
    {
        Assert.Throws<QueueShutDownException>(() => queue.TryPut(1));
        Assert.Throws<QueueShutDownException>(() => queue.TryGet(out _));
        await Expect.Throws<QueueShutDownException>(queue.PutAsync(1));
        await Expect.Throws<QueueShutDownException>(async () => await queue.GetAsync());
    }
}
