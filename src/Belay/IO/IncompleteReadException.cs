namespace Belay;

/// <summary>The stream ended before all that was to be read had come. asyncio.IncompleteReadError.</summary>
public sealed class IncompleteReadException : EndOfStreamException
{
    /// <summary>Makes one.</summary>
    /// <param name="partial">What came before the end.</param>
    /// <param name="expected">How many bytes were to be read; null if that was not known.</param>
    public IncompleteReadException(byte[] partial, int? expected) : base(Describe(partial, expected)) => (Partial, Expected) = (partial, expected);

    /// <summary>What came before the end: it has been taken out of the stream.</summary>
    public byte[] Partial { get; }

    /// <summary>How many bytes were to be read; null if that was not known, as when a separator is looked for.</summary>
    public int? Expected { get; }

    static string Describe(byte[] partial, int? expected)
    {
        ArgumentNullException.ThrowIfNull(partial);
        return $"{partial.Length} bytes were read, of {(expected is { } count ? $"{count}" : "an unknown number")} expected, when the stream ended.";
    }
}
