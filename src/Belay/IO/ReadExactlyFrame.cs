namespace Belay;

/// <summary>A read that fills a buffer, straight from the transport. If it does not come to its end, what it has goes back to the reader.</summary>
internal sealed class ReadExactlyFrame : ReaderFrame<VoidResult>
{
    static readonly FrameType<ReadExactlyFrame> s_type = new();

    Memory<byte> _buffer;
    int _count;

    internal static Coro Make(ByteReader reader, Memory<byte> buffer)
    {
        var frame = s_type.TryRent() ?? new ReadExactlyFrame();
        frame.Reader = reader;
        frame._buffer = buffer;
        return new Coro(frame, frame.Version);
    }

    internal override string Name => "ByteReader.ReadExactlyAsync";

    private protected override FramePool PoolIn(Executor executor) => s_type.PoolIn(executor);

    private protected override bool TryEnd()
    {
        while (_count < _buffer.Length)
        {
            int count;
            try
            {
                count = Reader.TryReceive(_buffer.Span[_count..]);
            }
            catch
            {
                PutBack();
                throw;
            }
            if (count < 0) return false;
            if (count == 0) throw new IncompleteReadException(_buffer[.._count].ToArray(), _buffer.Length);
            _count += count;
        }
        SetResult(default);
        return true;
    }

    private protected override void GiveUp(bool wasWoken) => PutBack();

    void PutBack()
    {
        Reader.PutBack(_buffer.Span[.._count]);
        _count = 0;
    }

    internal override void Recycle()
    {
        _buffer = default;
        _count = 0;
        base.Recycle();
    }
}
