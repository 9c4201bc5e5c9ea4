using Belay.Bench.Comparing;
using Belay.Bench.Measuring;

namespace Belay.Bench.Work;

/// <summary>Awaiting a coroutine that has an await in it but does not come to wait.</summary>
public static class CallWork
{
    public static WorkItem Item { get; } = new("call")
    {
        Label = "await of an async Coro<int> that does not suspend",
        Measurement = Measure.Coroutine(RunBelay),
        Rivals =
        [
            .. Rival.Python("await of a coroutine that does not suspend"),
            Rival.DotNet("await of an async ValueTask<int> that does not suspend", Measure.OnThreadPool(RunDotNet)),
        ],
        Rows =
        [
            Row.Time("inline coroutine call",
                new Goal.Times(RivalKind.Asyncio, 8),
                new Goal.Share(RivalKind.DotNet, 3),
                new Goal.Limit("bytes", 0)),
        ],
    };

    public static async Coro RunBelay(int count, Probe probe)
    {
        var sum = 0;
        probe.Start();
        for (var i = 0; i < count; i++)
        {
            sum += await One(sum);
        }
        probe.Stop();
        Check(sum, count);
    }

    public static async Task RunDotNet(int count, Probe probe)
    {
        var sum = 0;
        probe.Start();
        for (var i = 0; i < count; i++)
        {
            sum += await OneValueTask(sum);
        }
        probe.Stop();
        Check(sum, count);
    }

    private static async Coro<int> One(int sum)
    {
        if (sum < 0)
        {
            await Coro.Yield();
        }
        return 1;
    }

    private static async ValueTask<int> OneValueTask(int sum)
    {
        if (sum < 0)
        {
            await Task.Yield();
        }
        return 1;
    }

    private static void Check(int sum, int count)
    {
        if (sum != count)
        {
            throw new InvalidOperationException($"{count} calls gave {sum}.");
        }
    }
}
