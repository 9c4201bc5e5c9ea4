using System.Runtime.CompilerServices;
using System.Text;

namespace Belay;

/// <summary>A read of a line of text.</summary>
internal sealed class TextLineFrame : LineFrame<string?>
{
    static readonly FrameType<TextLineFrame> s_type = new();

    internal static Coro<string?> Make(ByteReader reader)
    {
        var frame = s_type.TryRent() ?? new TextLineFrame();
        frame.Reader = reader;
        return new Coro<string?>(frame, frame.Version);
    }

    internal override string Name => "ByteReader.ReadLineAsync";

    private protected override FramePool PoolIn(Executor executor) => s_type.PoolIn(executor);

    private protected override void Take(ReadOnlyMemory<byte> line) => SetResult(Encoding.UTF8.GetString(line.Span));
}
