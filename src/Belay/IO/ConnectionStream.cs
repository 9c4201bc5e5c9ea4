namespace Belay;

/// <summary>A connection for code that knows streams only, and may call from any thread.</summary>
internal sealed class ConnectionStream(Connection connection, EventLoop loop) : Stream
{
    public override bool CanRead => true;
    public override bool CanWrite => true;
    public override bool CanSeek => false;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        new(Coro.RunThreadSafe(connection.ReadAsync(buffer), loop, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        new(Coro.RunThreadSafe(connection.WriteAsync(buffer), loop, cancellationToken));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => Coro.RunThreadSafe(connection.FlushAsync(), loop, cancellationToken);

    public override ValueTask DisposeAsync() => new(Coro.RunThreadSafe(connection.CloseAsync(), loop));

    /// <summary>Cannot wait: what is left to be sent is dropped.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !loop.IsClosed) loop.CallSoonThreadSafe(connection.CloseNow);
    }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw Synchronous();
    public override void Write(byte[] buffer, int offset, int count) => throw Synchronous();

    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

    static NotSupportedException Synchronous() => new(
        "The stream of a connection cannot be read or written synchronously: that would block the loop which has to do it. Use ReadAsync and WriteAsync.");
}
