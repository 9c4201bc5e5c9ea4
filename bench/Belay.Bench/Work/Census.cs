using System.Diagnostics;
using Belay.Bench.Measuring;

namespace Belay.Bench.Work;

/// <summary>Takes the time and memory of many tasks that live at once; looking at the memory is not in the time.</summary>
public sealed class Census(int count)
{
    private readonly Metrics _metrics = new();
    private Memory _empty;
    private long _since;

    public void Starting()
    {
        _empty = Memory.Now();
        _since = Stopwatch.GetTimestamp();
    }

    public void Started()
    {
        _metrics["start"] = NanosecondsEach();
        var full = Memory.Now();
        _metrics["bytes"] = (double)(full.Managed - _empty.Managed) / count;
        _metrics["resident"] = (double)(full.Resident - _empty.Resident) / count;
        _since = Stopwatch.GetTimestamp();
    }

    public Metrics Ended()
    {
        _metrics["cancel"] = NanosecondsEach();
        return _metrics;
    }

    private double NanosecondsEach() => Stopwatch.GetElapsedTime(_since).TotalNanoseconds / count;
}
