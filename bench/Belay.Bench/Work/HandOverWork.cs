using System.Threading.Channels;
using Belay.Bench.Comparing;
using Belay.Bench.Measuring;

namespace Belay.Bench.Work;

/// <summary>One task puts items into a bounded queue, another takes them out. With a place for one item both wait all the time;
/// with a hundred they do so now and then.</summary>
public static class HandOverWork
{
    public static WorkItem One { get; } = Item("handover/one", 1, "queue hand-over, place for one item");

    public static WorkItem Hundred { get; } = Item("handover/hundred", 100, "queue hand-over, place for a hundred items");

    private static WorkItem Item(string name, int places, string title) => new(name)
    {
        Label = $"AsyncQueue<int>({places}), one reader, one writer",
        Measurement = Measure.Coroutine((count, probe) => RunBelay(places, count, probe)),
        Rivals =
        [
            .. Rival.Python($"asyncio.Queue({places}), one reader, one writer"),
            Rival.DotNet($"bounded Channel<int> of {places}, one reader, one writer", Measure.OnThreadPool((count, probe) => RunDotNet(places, count, probe))),
            Rival.Go($"make(chan int, {places}), one reader, one writer"),
        ],
        Rows = [Row.Time(title, new Goal.Times(RivalKind.Asyncio, 20), new Goal.Share(RivalKind.DotNet, 1))],
    };

    public static async Coro RunBelay(int places, int count, Probe probe)
    {
        var queue = new AsyncQueue<int>(places);
        await TaskGroup.Run(async group =>
        {
            probe.Start();
            _ = group.CreateTask(Put(queue, count));
            for (var i = 0; i < count; i++)
            {
                await queue.GetAsync();
            }
            probe.Stop();
        });
    }

    public static async Task RunDotNet(int places, int count, Probe probe)
    {
        var channel = Channel.CreateBounded<int>(new BoundedChannelOptions(places) { SingleReader = true, SingleWriter = true });
        probe.Start();
        var writer = Put(channel.Writer, count);
        for (var i = 0; i < count; i++)
        {
            await channel.Reader.ReadAsync();
        }
        probe.Stop();
        await writer;
    }

    private static async Coro Put(AsyncQueue<int> queue, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await queue.PutAsync(i);
        }
    }

    private static async Task Put(ChannelWriter<int> writer, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await writer.WriteAsync(i);
        }
    }
}
