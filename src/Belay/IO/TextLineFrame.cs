using System.Runtime.CompilerServices;
using System.Text;

namespace Belay;

/// <summary>A read of a line of text.</summary>
internal sealed class TextLineFrame : LineFrame<string?>
{
    static readonly int s_poolIndex = FramePool.NewIndex();

    internal static Coro<string?> Make(ByteReader reader)
    {
        var frame = Unsafe.As<TextLineFrame?>(FramePool.TryRent(s_poolIndex)) ?? new TextLineFrame();     // sound: the pool holds nothing else
        frame.Reader = reader;
        return new Coro<string?>(frame, frame.Version);
    }

    internal override string Name => "ByteReader.ReadLineAsync";

    private protected override FramePool PoolIn(Executor executor) => executor.PoolAt(s_poolIndex);

    private protected override void Take(ReadOnlyMemory<byte> line) => SetResult(Encoding.UTF8.GetString(line.Span));
}
