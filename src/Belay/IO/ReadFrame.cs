namespace Belay;

/// <summary>A read of what there is.</summary>
internal sealed class ReadFrame : ReaderFrame<int>
{
    static readonly FrameType<ReadFrame> s_type = new();

    Memory<byte> _buffer;

    internal static Coro<int> Make(ByteReader reader, Memory<byte> buffer)
    {
        var frame = s_type.TryRent() ?? new ReadFrame();
        frame.Reader = reader;
        frame._buffer = buffer;
        return new Coro<int>(frame, frame.Version);
    }

    internal override string Name => "ByteReader.ReadAsync";

    private protected override FramePool PoolIn(Executor executor) => s_type.PoolIn(executor);

    private protected override bool TryEnd()
    {
        var count = _buffer.Length == 0 ? 0 : Reader.TryReceive(_buffer.Span);
        if (count < 0) return false;
        SetResult(count);
        return true;
    }

    internal override void Recycle()
    {
        _buffer = default;
        base.Recycle();
    }
}
