namespace Belay;

/// <summary>A read of a line as it is.</summary>
internal sealed class BytesLineFrame : LineFrame<ReadOnlyMemory<byte>?>
{
    static readonly FrameType<BytesLineFrame> s_type = new();

    internal static Coro<ReadOnlyMemory<byte>?> Make(ByteReader reader)
    {
        var frame = s_type.TryRent() ?? new BytesLineFrame();
        frame.Reader = reader;
        return new Coro<ReadOnlyMemory<byte>?>(frame, frame.Version);
    }

    internal override string Name => "ByteReader.ReadLineBytesAsync";

    private protected override FramePool PoolIn(Executor executor) => s_type.PoolIn(executor);

    private protected override void Take(ReadOnlyMemory<byte> line) => SetResult(line);
}
