namespace Belay;

/// <summary>
/// A stream of .NET's: a pipe, or TLS. It has no way to take only what is there, so it is read into a buffer of the transport's own, which is handed to
/// whoever reads next: a read that was begun is never cancelled, and what it brings is not lost.
/// </summary>
/// <param name="loop">The loop.</param>
/// <param name="stream">Read and written by nobody else. It must not buffer what is written.</param>
/// <param name="waitsOnEmptyRead">A read into no buffer ends when there is something to read, so that none is held meanwhile.</param>
internal class StreamTransport(EventLoop loop, Stream stream, bool waitsOnEmptyRead = false) : Transport(loop)
{
    StreamInput? _input;
    StreamOutput? _output;

    private protected Stream Stream => stream;

    private protected bool IsClosed { get; private set; }

    internal sealed override int TryReceive(Span<byte> buffer) => _input is null ? -1 : _input.TryTake(buffer);

    internal sealed override bool RequestInput() => (_input ??= new StreamInput(this, stream, waitsOnEmptyRead)).Request();

    internal sealed override int TrySend(ReadOnlySpan<byte> data) => 0;

    internal sealed override bool BeginSend(ReadOnlyMemory<byte> data)
    {
        ValueTask operation;
        try
        {
            operation = stream.WriteAsync(data);
        }
        catch (Exception failure)
        {
            throw ToIOException(failure);
        }
        return BeginOutput(operation, data.Length);
    }

    internal override void EndOutput() => Close(abort: false);

    internal override void Close(bool abort)
    {
        if (IsClosed) return;
        IsClosed = true;
        stream.Dispose();
        _input?.Drop();
    }

    /// <summary>Waits for an operation that sends. True if it has ended.</summary>
    private protected bool BeginOutput(ValueTask operation, int count) => (_output ??= new StreamOutput(this)).Begin(operation, count);

    internal static IOException ToIOException(Exception failure) => failure switch
    {
        IOException known => known,
        ObjectDisposedException => SocketErrors.Closed(),
        _ => new IOException(failure.Message, failure),
    };
}
