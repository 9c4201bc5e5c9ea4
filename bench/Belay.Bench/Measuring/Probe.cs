using System.Diagnostics;

namespace Belay.Bench.Measuring;

/// <summary>A stopwatch for the part of the work that is measured: time, and bytes allocated by the whole process,
/// because the work of the thread pool is not on the measuring thread.</summary>
public sealed class Probe
{
    private readonly Stopwatch _clock = new();
    private long _bytesAtStart;

    public TimeSpan Elapsed => _clock.Elapsed;

    public long Bytes { get; private set; }

    public void Start()
    {
        _bytesAtStart = GC.GetTotalAllocatedBytes(precise: true);
        _clock.Start();
    }

    public void Stop()
    {
        _clock.Stop();
        Bytes += GC.GetTotalAllocatedBytes(precise: true) - _bytesAtStart;
    }
}
