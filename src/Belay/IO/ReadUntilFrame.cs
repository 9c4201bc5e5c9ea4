namespace Belay;

/// <summary>A read up to a separator, or the first of several.</summary>
internal sealed class ReadUntilFrame : SeparatorFrame<byte[]>
{
    static readonly FrameType<ReadUntilFrame> s_type = new();

    /// <summary>A single separator is copied into memory of the frame's own.</summary>
    byte[] _separator = [];
    int _separatorLength;

    IReadOnlyList<byte[]>? _separators;

    internal static Coro<byte[]> Make(ByteReader reader, ReadOnlySpan<byte> separator)
    {
        if (separator.IsEmpty) throw new ArgumentException(NoSeparator, nameof(separator));
        var frame = Rent(reader);
        if (frame._separator.Length < separator.Length) frame._separator = new byte[separator.Length];
        separator.CopyTo(frame._separator);
        frame._separatorLength = separator.Length;
        return new Coro<byte[]>(frame, frame.Version);
    }

    internal static Coro<byte[]> Make(ByteReader reader, IReadOnlyList<byte[]> separators)
    {
        ArgumentNullException.ThrowIfNull(separators);
        var longest = 0;
        for (var i = 0; i < separators.Count; i++)
        {
            if (separators[i].Length == 0) throw new ArgumentException(NoSeparator, nameof(separators));
            longest = Math.Max(longest, separators[i].Length);
        }
        if (longest == 0) throw new ArgumentException("There is no separator: at least one is needed.", nameof(separators));
        var frame = Rent(reader);
        frame._separators = separators;
        frame._separatorLength = longest;
        return new Coro<byte[]>(frame, frame.Version);
    }

    const string NoSeparator = "A separator is at least one byte long.";

    static ReadUntilFrame Rent(ByteReader reader)
    {
        var frame = s_type.TryRent() ?? new ReadUntilFrame();
        frame.Reader = reader;
        return frame;
    }

    internal override string Name => "ByteReader.ReadUntilAsync";

    private protected override FramePool PoolIn(Executor executor) => s_type.PoolIn(executor);

    private protected override int LongestSeparator => _separatorLength;

    private protected override bool TryFind(ReadOnlySpan<byte> bytes, out int start, out int end)
    {
        if (_separators is null)
        {
            start = bytes.IndexOf(_separator.AsSpan(0, _separatorLength));
            end = start + _separatorLength;
            return start >= 0;
        }
        start = end = -1;
        for (var i = 0; i < _separators.Count; i++)
        {
            var separator = _separators[i];
            var found = bytes.IndexOf(separator);
            // The one that ends first; of those, the shortest: it is the one that can be seen first.
            var isBetter = found >= 0 && (end < 0 || found + separator.Length < end || found + separator.Length == end && found > start);
            if (isBetter) (start, end) = (found, found + separator.Length);
        }
        return end >= 0;
    }

    private protected override void Found(int start, int end) => SetResult(Reader.Take(end).ToArray());

    private protected override void Ended() => throw new IncompleteReadException(Reader.Take(Reader.Buffered.Length).ToArray(), null);

    internal override void Recycle()
    {
        _separators = null;
        base.Recycle();
    }
}
