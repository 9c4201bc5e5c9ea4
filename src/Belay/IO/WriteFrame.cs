namespace Belay;

/// <summary>Writes, and waits while too much is left to be sent.</summary>
internal sealed class WriteFrame : WaiterFrame<VoidResult>
{
    static readonly FrameType<WriteFrame> s_type = new();

    ByteWriter _writer = null!;
    ReadOnlyMemory<byte> _data;
    string? _text;

    /// <summary>How much may be left when it ends.</summary>
    WriteUntil _until;

    internal static Coro Make(ByteWriter writer, ReadOnlyMemory<byte> data, string? text, WriteUntil until)
    {
        var frame = s_type.TryRent() ?? new WriteFrame();
        frame._writer = writer;
        frame._data = data;
        frame._text = text;
        frame._until = until;
        return new Coro(frame, frame.Version);
    }

    internal override string Name => _until == WriteUntil.Sent ? "ByteWriter.FlushAsync" : "ByteWriter.WriteAsync (or DrainAsync)";

    private protected override FramePool PoolIn(Executor executor) => s_type.PoolIn(executor);

    private protected override void Begin()
    {
        try
        {
            if (_text is not null) _writer.WriteNow(_text);
            else if (_data.Length > 0) _writer.WriteNow(_data.Span);
            _writer.Flush();
            if (_until == WriteUntil.Drained && _writer.TryGiveUpTurn()) WaitIn(_writer.WaitersFor(_until));
            else GoOn();
        }
        catch (Exception failure)
        {
            SetException(failure);
        }
    }

    private protected override void GoOn()
    {
        if (_writer.Failure is { } failure) SetException(failure.Again());
        else if (_until == WriteUntil.Drained ? _writer.IsPaused : _writer.BufferedCount > 0) WaitIn(_writer.WaitersFor(_until));
        else SetResult(default);
    }

    /// <summary>All are woken together. What was written stays written.</summary>
    private protected override void GiveUp(bool wasWoken) { }

    internal override void Recycle()
    {
        _writer = null!;
        _data = default;
        _text = null;
        ReturnToPool();
    }
}
