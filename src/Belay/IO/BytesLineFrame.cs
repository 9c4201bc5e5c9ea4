using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>A read of a line as it is.</summary>
internal sealed class BytesLineFrame : LineFrame<ReadOnlyMemory<byte>?>
{
    static readonly int s_poolIndex = FramePool.NewIndex();

    internal static Coro<ReadOnlyMemory<byte>?> Make(ByteReader reader)
    {
        var frame = Unsafe.As<BytesLineFrame?>(FramePool.TryRent(s_poolIndex)) ?? new BytesLineFrame();     // sound: the pool holds nothing else
        frame.Reader = reader;
        return new Coro<ReadOnlyMemory<byte>?>(frame, frame.Version);
    }

    internal override string Name => "ByteReader.ReadLineBytesAsync";

    private protected override FramePool PoolIn(Executor executor) => executor.PoolAt(s_poolIndex);

    private protected override void Take(ReadOnlyMemory<byte> line) => SetResult(line);
}
