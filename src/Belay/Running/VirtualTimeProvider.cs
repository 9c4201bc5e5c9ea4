namespace Belay;

/// <summary>Time that stands still while anything can run, and jumps to the next timer when nothing can.</summary>
internal sealed class VirtualTimeProvider : TimeProvider
{
    long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + TimeSpan.FromTicks(GetTimestamp());

    internal void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
