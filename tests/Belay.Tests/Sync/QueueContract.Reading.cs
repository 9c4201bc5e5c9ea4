using Belay.Tests.Support;

namespace Belay.Tests.Sync;

public abstract partial class QueueContract
{
    [Fact]
    public void ReadAll_TakesWhatIsThereAndWaitsForMore() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        var queue = Make();
        queue.TryPut(1);
        var reader = Coro.CreateTask(Read(queue, turns), eager: true);
        Assert.Equal(["1 at 0"], _log);
        await Loop.Turns(3);
        queue.TryPut(2);
        var before = turns.Count;
        await Coro.Yield();
        Assert.Equal(["1 at 0", $"2 at {before + 1}"], _log);
        queue.Shutdown();
        await Coro.Yield();
        Assert.True(reader.IsDone);
        Assert.Equal("end", _log[^1]);
    });

    [Fact]
    public void ReadAll_OfAQueueShutDown_GivesTheRestWithoutATurn() => Loop.Run(async () =>
    {
        using var turns = new TurnCounter();
        var queue = Make();
        queue.TryPut(1);
        queue.Shutdown();
        await Read(queue, turns);
        await Read(queue, turns);
        Assert.Equal(["1 at 0", "end", "end"], _log);
    });

    [Fact]
    public void ReadAll_ByMany_GivesEachItemToOne() => Loop.Run(async () =>
    {
        var queue = Make(2);
        var got = new List<int>();
        await TaskGroup.Run(async group =>
        {
            for (var i = 0; i < 3; i++)
            {
                group.CreateTask(Collect());
            }
            for (var i = 0; i < 100; i++)
            {
                await queue.PutAsync(i);
            }
            queue.Shutdown();
        });
        Assert.Equal(Enumerable.Range(0, 100), got.Order());

        async Coro Collect()
        {
            await foreach (var item in queue.ReadAllAsync())
            {
                got.Add(item);
            }
        }
    });

    [Fact]
    public void ReadAll_TokenOfTheCaller_IsLookedAtBeforeEachItem() => Loop.Run(async () =>
    {
        var queue = Make();
        queue.TryPut(1);
        queue.TryPut(2);
        using var stop = new CancellationTokenSource();
        var stopped = await Expect.Throws<OperationCanceledException>(async () =>
        {
            await foreach (var item in queue.ReadAllAsync().WithCancellation(stop.Token))
            {
                stop.Cancel();
            }
        });
        Assert.Equal(stop.Token, stopped.CancellationToken);
        Assert.Equal(1, queue.Count);
    });

    async Coro Read(AsyncQueue<int> queue, TurnCounter turns)
    {
        await foreach (var item in queue.ReadAllAsync())
        {
            _log.Add($"{item} at {turns.Count}");
        }
        _log.Add("end");
    }
}
