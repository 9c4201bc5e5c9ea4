using Belay.Bench.Comparing;
using Belay.Bench.Measuring;

namespace Belay.Bench.Work;

/// <summary>From .NET's async world into a fresh loop and back. asyncio.run is the nearest thing there,
/// though it blocks its thread.</summary>
public static class RunWork
{
    public static WorkItem Item { get; } = new("run")
    {
        Label = "await Coro.RunAsync of an empty coroutine",
        Measurement = Measure.OnThreadPool(RunBelay),
        Rivals =
        [
            new Rival(RivalKind.Asyncio, "asyncio.run of an empty coroutine"),
            Rival.DotNet("await Task.Run", Measure.OnThreadPool(SpawnWork.RunDotNetOne)),
        ],
        Rows = [Row.Time("RunAsync, there and back")],
    };

    public static async Task RunBelay(int count, Probe probe)
    {
        probe.Start();
        for (var i = 0; i < count; i++)
        {
            await Coro.RunAsync(Nothing());
        }
        probe.Stop();
    }

    private static async Coro Nothing()
    {
    }
}
