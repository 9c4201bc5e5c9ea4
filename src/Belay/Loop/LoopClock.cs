using System.Diagnostics;

namespace Belay;

/// <summary>A loop's time. To ask the system for it takes longer than most of what a turn does, so whether a timer is due is first asked of a coarse clock.</summary>
internal sealed class LoopClock
{
    /// <summary>By how much the coarse clock may be behind: far more than any system's is, in milliseconds.</summary>
    const int Margin = 100;

    /// <summary>How long it is relied on before the two are compared again: they may go at different speeds.</summary>
    const int Reliance = 1000;

    readonly TimeProvider _provider;
    readonly bool _isSystem;
    readonly double _ticksPerStamp;
    readonly long _start;

    /// <summary>The coarse clock's time, in milliseconds, and what the loop's was then.</summary>
    long _coarse = long.MinValue / 2;
    long _exact;

    internal LoopClock(TimeProvider provider)
    {
        _provider = provider;
        _isSystem = provider == TimeProvider.System;
        _ticksPerStamp = (double)TimeSpan.TicksPerSecond / provider.TimestampFrequency;
        _start = provider.GetTimestamp();
    }

    /// <summary>The time since the loop was made, in ticks. From any thread.</summary>
    internal long Now => (long)(((_isSystem ? Stopwatch.GetTimestamp() : _provider.GetTimestamp()) - _start) * _ticksPerStamp);

    /// <summary>Whether a time has come. On the loop's thread.</summary>
    internal bool Has(long when)
    {
        if (!_isSystem) return when <= Now;
        var passed = Environment.TickCount64 - _coarse;
        if (passed < Reliance && _exact + (passed + Margin) * TimeSpan.TicksPerMillisecond < when) return false;
        var now = Now;
        if (passed >= Reliance) (_coarse, _exact) = (_coarse + passed, now);
        return when <= now;
    }
}
