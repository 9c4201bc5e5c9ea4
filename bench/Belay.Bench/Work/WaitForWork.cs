using Belay.Bench.Comparing;
using Belay.Bench.Measuring;

namespace Belay.Bench.Work;

/// <summary>A limit that is not reached: the price of having it. What it is put on waits for one turn.</summary>
public static class WaitForWork
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    public static WorkItem Item { get; } = new("wait_for")
    {
        Label = "Coro.WaitFor over a coroutine that yields",
        Measurement = Measure.Coroutine(RunBelay),
        Rivals =
        [
            .. Rival.Python("asyncio.wait_for over a coroutine that yields"),
            Rival.DotNet("WaitAsync(timeout) of an async method that yields", Measure.OnThreadPool(RunDotNet)),
        ],
        Rows = [Row.Time("wait_for that does not expire", new Goal.Times(RivalKind.Asyncio, 50))],
    };

    public static async Coro RunBelay(int count, Probe probe)
    {
        probe.Start();
        for (var i = 0; i < count; i++)
        {
            await Coro.WaitFor(Child(), s_limit);
        }
        probe.Stop();
    }

    public static async Task RunDotNet(int count, Probe probe)
    {
        probe.Start();
        for (var i = 0; i < count; i++)
        {
            await ChildDotNet().WaitAsync(s_limit);
        }
        probe.Stop();
    }

    private static async Coro Child() => await Coro.Yield();

    private static async Task ChildDotNet() => await Task.Yield();
}
