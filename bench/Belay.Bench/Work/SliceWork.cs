using System.Runtime.CompilerServices;
using Belay.Bench.Comparing;
using Belay.Bench.Measuring;

namespace Belay.Bench.Work;

/// <summary>A thousand items from the middle of a deque that goes round the end of its ring, copied; into a new array on the other side.</summary>
public static class SliceWork
{
    private const int Length = 1000;

    public static WorkItem Item { get; } = new("deque/slice")
    {
        Label = "deque[500..1500]",
        Measurement = Measure.Plain(RunDeque),
        Rivals =
        [
            new(RivalKind.Asyncio, "list(islice(deque, 500, 1500))"),
            Rival.DotNet("Array.Copy of 1,000 into a new array", Measure.Plain(RunArray)),
        ],
        Rows = [Row.Time("slice of a deque, 1000 items", new Goal.Times(RivalKind.Asyncio, 5), new Goal.Share(RivalKind.DotNet, 1.2))],
    };

    private static void RunDeque(int count, Probe probe)
    {
        var deque = new Deque<int>(Enumerable.Range(0, 2 * Length));
        deque.Rotate(Length);
        probe.Start();
        for (var i = 0; i < count; i++)
        {
            Slice(deque);
        }
        probe.Stop();
    }

    private static void RunArray(int count, Probe probe)
    {
        var array = Enumerable.Range(0, 2 * Length).ToArray();
        probe.Start();
        for (var i = 0; i < count; i++)
        {
            Slice(array);
        }
        probe.Stop();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Deque<int> Slice(Deque<int> deque) => deque[(Length / 2)..(Length + (Length / 2))];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int[] Slice(int[] array)
    {
        var slice = new int[Length];
        Array.Copy(array, Length / 2, slice, 0, Length);
        return slice;
    }
}
