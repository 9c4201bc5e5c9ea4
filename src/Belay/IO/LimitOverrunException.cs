namespace Belay;

/// <summary>
/// There is no separator within the reader's limit. What has come stays where it is and can be read in another way, but for
/// <see cref="ByteReader.ReadLineAsync"/> and its kin, which drop it. asyncio.LimitOverrunError.
/// </summary>
/// <param name="message">For the reader.</param>
/// <param name="consumed">How many bytes can be taken without touching a separator.</param>
public sealed class LimitOverrunException(string message, int consumed) : IOException(message)
{
    /// <summary>How many bytes there are before the separator or, if none has come, before what may be the beginning of one.</summary>
    public int Consumed => consumed;
}
