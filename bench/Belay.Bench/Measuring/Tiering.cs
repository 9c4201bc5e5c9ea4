using System.Diagnostics;
using System.Runtime;

namespace Belay.Bench.Measuring;

/// <summary>Whether tiered compilation has come to rest. On a busy machine its background thread may be late by seconds,
/// and what is measured before is code that no service runs for long.</summary>
public sealed class Tiering
{
    /// <summary>Several times the runtime's own delay of 100 ms between the tiers.</summary>
    private static readonly TimeSpan s_rest = TimeSpan.FromMilliseconds(300);

    /// <summary>Something unrelated may go on compiling for ever.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _changed;
    private long _compiled;

    /// <summary>To be asked again and again while the work goes on.</summary>
    public bool IsOver()
    {
        var compiled = JitInfo.GetCompiledMethodCount();
        if (compiled != _compiled)
        {
            _compiled = compiled;
            _changed = _clock.Elapsed;
        }
        return _clock.Elapsed - _changed >= s_rest || _clock.Elapsed >= s_patience;
    }
}
