namespace Belay.Pickling;

/// <summary>What one pickle may take. More ends in a <see cref="PickleException"/> of kind <see cref="PickleErrorKind.Limit"/>, before it is taken.</summary>
public sealed record PickleLimits
{
    /// <summary>10,000 levels, 64 million memo entries, 256 MiB for one string or bytes, 1 GiB in all.</summary>
    public static PickleLimits Default { get; } = new();

    /// <summary>
    /// How deep objects may be nested; an object and the dict of its attributes are two levels. CPython itself writes no deeper than the default.
    /// Reading and writing take no native stack for it, but who walks over what was read may.
    /// </summary>
    public int MaxDepth { get; init; } = 10_000;

    /// <summary>How many objects may be remembered to be referred to again.</summary>
    public int MaxMemo { get; init; } = 64 << 20;

    /// <summary>How many bytes one string, bytes, bytearray or number may take in the pickle.</summary>
    public int MaxLength { get; init; } = 256 << 20;

    /// <summary>How much memory, in bytes, all that is built may take. It is an estimate, made before the memory is taken.</summary>
    public long MaxMemory { get; init; } = 1L << 30;
}
