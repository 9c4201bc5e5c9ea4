using Belay.Tests.Support;

namespace Belay.Tests.Sync;

/// <summary>A queue keeps the frame of its last put and get for the next. Nobody may notice.</summary>
public abstract partial class QueueContract
{
    [Fact]
    public void Get_AwaitedTwice_Throws() => Loop.Run(async () =>
    {
        var queue = Make();
        queue.TryPut(1);
        queue.TryPut(2);
        var get = queue.GetAsync();
        await get;
        await Expect.Throws<InvalidOperationException>(async () => await get);
        Assert.Equal(1, queue.Count);
    });

    [Fact]
    public void Put_AwaitedTwice_Throws() => Loop.Run(async () =>
    {
        var queue = Make();
        var put = queue.PutAsync(1);
        await put;
        await Expect.Throws<InvalidOperationException>(async () => await put);
        Assert.Equal(1, queue.Count);
    });

    [Fact]
    public void GetAndPut_ManyAtOnce_AreEachTheirOwn() => Loop.Run(async () =>
    {
        var queue = Make(2);
        for (var round = 0; round < 3; round++)
        {
            var gets = Enumerable.Range(0, 5).Select(_ => Coro.CreateTask(queue.GetAsync())).ToArray();
            var puts = Enumerable.Range(0, 5).Select(i => Coro.CreateTask(queue.PutAsync(i))).ToArray();
            var got = await Coro.Gather(gets);
            foreach (var put in puts) await put;
            Assert.Equal([0, 1, 2, 3, 4], got.Order());
        }
    });

    [Fact]
    public void Get_NeverStarted_LeavesTheQueueAsItWas() => Loop.Run(async () =>
    {
        var queue = Make();
        queue.TryPut(1);
        TaskGroup? finished = null;
        await TaskGroup.Run(async group => finished = group);
        for (var i = 0; i < 3; i++) Assert.Throws<InvalidOperationException>(() => finished!.CreateTask(queue.GetAsync()));
        Assert.Equal(1, await queue.GetAsync());
        queue.TryPut(2);
        Assert.Equal(2, await queue.GetAsync());
    });
}
