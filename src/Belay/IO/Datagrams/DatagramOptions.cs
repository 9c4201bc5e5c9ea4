namespace Belay;

/// <summary>How a <see cref="DatagramEndpoint"/> is opened. asyncio: the arguments of loop.create_datagram_endpoint.</summary>
public sealed record DatagramOptions
{
    /// <summary>The longest datagram that is received, in bytes. Default: 65,535, which is more than UDP can carry. asyncio: max_size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int MaxSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 65_535;

    /// <summary>Whether it may send to broadcast addresses. asyncio: allow_broadcast.</summary>
    public bool AllowBroadcast { get; init; }

    /// <summary>Whether others may be bound to the same address, all of which say so. asyncio: reuse_port.</summary>
    public bool ReusePort { get; init; }
}
