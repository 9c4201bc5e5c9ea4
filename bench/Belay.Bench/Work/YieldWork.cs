using Belay.Bench.Comparing;
using Belay.Bench.Measuring;

namespace Belay.Bench.Work;

/// <summary>One task gives up its turn again and again.</summary>
public static class YieldWork
{
    public static WorkItem Item { get; } = new("yield")
    {
        Label = "Coro.Yield()",
        Measurement = Measure.Coroutine(RunBelay),
        Rivals =
        [
            .. Rival.Python("asyncio.sleep(0)"),
            Rival.DotNet("Task.Yield()", Measure.OnThreadPool(RunDotNet)),
            Rival.Go("runtime.Gosched()"),
        ],
        Rows =
        [
            Row.Time("yield",
                new Goal.Times(RivalKind.Asyncio, 80),
                new Goal.Share(RivalKind.DotNet, 0.25),
                new Goal.Share(RivalKind.Go, 0.5)),
        ],
    };

    public static async Coro RunBelay(int count, Probe probe)
    {
        probe.Start();
        for (var i = 0; i < count; i++)
        {
            await Coro.Yield();
        }
        probe.Stop();
    }

    public static async Task RunDotNet(int count, Probe probe)
    {
        probe.Start();
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
        }
        probe.Stop();
    }
}
