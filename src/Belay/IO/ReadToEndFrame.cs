using System.Runtime.CompilerServices;

namespace Belay;

/// <summary>A read of all there will be. Until the end it stays in the reader, so that nothing is lost if this is cancelled.</summary>
internal sealed class ReadToEndFrame : ReaderFrame<byte[]>
{
    internal static Coro<byte[]> Make(ByteReader reader)
    {
        var frame = new ReadToEndFrame { Reader = reader };     // too rare to be kept
        return new Coro<byte[]>(frame, frame.Version);
    }

    internal override string Name => "ByteReader.ReadToEndAsync";

    private protected override bool TryEnd()
    {
        while (!Reader.IsEnded)
            if (!Reader.TryFill()) return false;
        Reader.ThrowIfFailed();
        SetResult(Reader.Take(Reader.Buffered.Length).ToArray());
        return true;
    }
}
