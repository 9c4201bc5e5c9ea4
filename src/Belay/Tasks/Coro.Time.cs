namespace Belay;

public readonly partial struct Coro
{
    /// <summary>
    /// Waits. Zero is one scheduling step, as <see cref="Yield"/>; Timeout.InfiniteTimeSpan lasts until cancelled. Cancelled, it leaves no
    /// timer behind. asyncio.sleep.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Any other negative delay.</exception>
    public static Coro Sleep(TimeSpan delay)
    {
        if (delay == TimeSpan.Zero) return Yield();
        if (delay < TimeSpan.Zero && delay != System.Threading.Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(delay), delay, "A delay cannot be negative. To wait for ever use Timeout.InfiniteTimeSpan.");
        var frame = SleepFrame.Rent(delay);
        return new Coro(frame, frame.Version);
    }

    /// <summary>Gives every other ready task one step. It may be awaited any number of times. asyncio.sleep(0).</summary>
    public static Coro Yield() => new(YieldWait.Instance);
}
