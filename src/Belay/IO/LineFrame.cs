namespace Belay;

/// <summary>A read of a line, without its end.</summary>
internal abstract class LineFrame<T> : SeparatorFrame<T>
{
    private protected sealed override int LongestSeparator => 1;

    /// <summary>The result.</summary>
    private protected abstract void Take(ReadOnlyMemory<byte> line);

    private protected sealed override bool TryFind(ReadOnlySpan<byte> bytes, out int start, out int end)
    {
        start = bytes.IndexOf((byte)'\n');
        end = start + 1;
        return start >= 0;
    }

    private protected sealed override void Found(int start, int end)
    {
        var line = Reader.Take(end)[..start];
        Take(start > 0 && line.Span[start - 1] == '\r' ? line[..(start - 1)] : line);
    }

    private protected sealed override void Ended()
    {
        var count = Reader.Buffered.Length;
        if (count == 0) SetResult(default!);
        else Take(Reader.Take(count));
    }

    /// <summary>The line is dropped, so that the next read gets on.</summary>
    private protected sealed override void Overrun(int consumed, int? end) => Reader.Take(end ?? Reader.Buffered.Length);
}
