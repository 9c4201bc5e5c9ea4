namespace Belay;

/// <summary>How much a stream buffers.</summary>
public record StreamOptions
{
    /// <summary>How far a separator may be, in bytes: see <see cref="ByteReader.ReadUntilAsync(ReadOnlySpan{byte})"/>. Default 64 KiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public int Limit
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = ByteReader.DefaultLimit;

    /// <summary>Writes wait while more bytes than this are left to be sent. Default 64 KiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int HighWaterMark
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 64 * 1024;

    /// <summary>They go on when no more than this are. Null: a quarter of the high-water mark.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int? LowWaterMark
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0);
            field = value;
        }
    }

    /// <summary>Whether TCP sends small messages at once, and does not wait for more to go with them. Default true, as in asyncio.</summary>
    public bool NoDelay { get; init; } = true;

    internal int EffectiveLowWaterMark => Math.Min(LowWaterMark ?? HighWaterMark / 4, HighWaterMark);
}
