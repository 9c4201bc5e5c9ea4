using Belay.Bench.Comparing;
using Belay.Bench.Measuring;

namespace Belay.Bench.Work;

/// <summary>Ten thousand coroutines at once, each with a turn to wait for and a result.</summary>
public static class GatherWork
{
    private const int Count = 10_000;

    public static WorkItem Item { get; } = new("gather")
    {
        Label = "Coro.Gather of 10,000 coroutines",
        Measurement = Measure.Coroutine(RunBelay, Count),
        Rivals =
        [
            .. Rival.Python("asyncio.gather of 10,000 coroutines"),
            Rival.DotNet("Task.WhenAll of 10,000 async methods", Measure.OnThreadPool(RunDotNet, Count)),
        ],
        Rows =
        [
            Row.Time("gather of 10,000, for each", new Goal.Times(RivalKind.Asyncio, 50)),
        ],
    };

    public static async Coro RunBelay(int count, Probe probe)
    {
        var children = new Coro<int>[Count];
        for (var done = 0; done < count; done += Count)
        {
            probe.Start();
            for (var i = 0; i < children.Length; i++)
            {
                children[i] = Child(i);
            }
            await Coro.Gather(children);
            probe.Stop();
        }
    }

    public static async Task RunDotNet(int count, Probe probe)
    {
        var children = new Task<int>[Count];
        for (var done = 0; done < count; done += Count)
        {
            probe.Start();
            for (var i = 0; i < children.Length; i++)
            {
                children[i] = ChildDotNet(i);
            }
            await Task.WhenAll(children);
            probe.Stop();
        }
    }

    private static async Coro<int> Child(int number)
    {
        await Coro.Yield();
        return number;
    }

    private static async Task<int> ChildDotNet(int number)
    {
        await Task.Yield();
        return number;
    }
}
