using System.Net;
using System.Net.Sockets;

namespace Belay;

/// <summary>
/// A connection over TCP or a Unix socket, in the clear or over TLS: reads and writes bytes. It is opened by <see cref="OpenAsync"/>, or accepted by a
/// <see cref="Server"/>. asyncio: StreamReader and StreamWriter in one.
/// </summary>
/// <remarks>
/// Its halves are <see cref="Reader"/> and <see cref="Writer"/>, whose methods it has too. One task may read while others write. On the thread of the
/// loop it was made on only.
/// </remarks>
public sealed partial class Connection : IAsyncDisposable
{
    readonly Socket _socket;
    Transport _transport;
    bool _isClosing;
    bool _isClosed;

    internal Connection(EventLoop loop, Socket socket, StreamOptions options)
    {
        _socket = socket;
        if (options.NoDelay && socket.ProtocolType == ProtocolType.Tcp) socket.NoDelay = true;
        _transport = SocketEngine.Wrap(loop, socket);
        Reader = new ByteReader(_transport, options.Limit);
        Writer = new ByteWriter(_transport, options.HighWaterMark, options.EffectiveLowWaterMark);
        LocalEndPoint = socket.LocalEndPoint;
        RemoteEndPoint = socket.RemoteEndPoint;
    }

    /// <summary>What comes in.</summary>
    public ByteReader Reader { get; }

    /// <summary>What goes out.</summary>
    public ByteWriter Writer { get; }

    /// <summary>This side's address. asyncio: get_extra_info('sockname').</summary>
    public EndPoint? LocalEndPoint { get; }

    /// <summary>The other side's address; null where it has none, as on a Unix socket. asyncio: get_extra_info('peername').</summary>
    public EndPoint? RemoteEndPoint { get; }

    /// <summary>Whether it is closed on this side, or about to be. asyncio: is_closing.</summary>
    public bool IsClosing => _isClosing;

    /// <inheritdoc cref="ByteReader.IsAtEnd"/>
    public bool IsAtEnd => Reader.IsAtEnd;

    /// <inheritdoc cref="ByteReader.ReadAsync"/>
    public Coro<int> ReadAsync(Memory<byte> buffer) => Reader.ReadAsync(buffer);

    /// <inheritdoc cref="ByteReader.ReadExactlyAsync(Memory{byte})"/>
    public Coro ReadExactlyAsync(Memory<byte> buffer) => Reader.ReadExactlyAsync(buffer);

    /// <inheritdoc cref="ByteReader.ReadExactlyAsync(int)"/>
    public Coro<byte[]> ReadExactlyAsync(int count) => Reader.ReadExactlyAsync(count);

    /// <inheritdoc cref="ByteReader.ReadToEndAsync"/>
    public Coro<byte[]> ReadToEndAsync() => Reader.ReadToEndAsync();

    /// <inheritdoc cref="ByteReader.ReadUntilAsync(ReadOnlySpan{byte})"/>
    public Coro<byte[]> ReadUntilAsync(ReadOnlySpan<byte> separator) => Reader.ReadUntilAsync(separator);

    /// <inheritdoc cref="ByteReader.ReadUntilAsync(IReadOnlyList{byte[]})"/>
    public Coro<byte[]> ReadUntilAsync(IReadOnlyList<byte[]> separators) => Reader.ReadUntilAsync(separators);

    /// <inheritdoc cref="ByteReader.ReadLineAsync"/>
    public Coro<string?> ReadLineAsync() => Reader.ReadLineAsync();

    /// <inheritdoc cref="ByteReader.ReadLineBytesAsync"/>
    public Coro<ReadOnlyMemory<byte>?> ReadLineBytesAsync() => Reader.ReadLineBytesAsync();

    /// <inheritdoc cref="ByteReader.ReadLinesAsync"/>
    public IAsyncEnumerable<string> ReadLinesAsync() => Reader.ReadLinesAsync();

    /// <inheritdoc cref="ByteWriter.Write(ReadOnlySpan{byte})"/>
    public void Write(ReadOnlySpan<byte> data) => Writer.Write(data);

    /// <inheritdoc cref="ByteWriter.Write(string)"/>
    public void Write(string text) => Writer.Write(text);

    /// <inheritdoc cref="ByteWriter.WriteAsync(ReadOnlyMemory{byte})"/>
    public Coro WriteAsync(ReadOnlyMemory<byte> data) => Writer.WriteAsync(data);

    /// <inheritdoc cref="ByteWriter.WriteAsync(string)"/>
    public Coro WriteAsync(string text) => Writer.WriteAsync(text);

    /// <inheritdoc cref="ByteWriter.DrainAsync"/>
    public Coro DrainAsync() => Writer.DrainAsync();

    /// <inheritdoc cref="ByteWriter.FlushAsync"/>
    public Coro FlushAsync() => Writer.FlushAsync();

    /// <inheritdoc cref="ByteWriter.Complete"/>
    public void CompleteWriting() => Writer.Complete();

    /// <summary>
    /// The connection as a stream, for libraries that want one: may be used from any thread, asynchronously only. It is closed with the stream: at
    /// once if that is disposed synchronously, which drops what has not been sent.
    /// </summary>
    public Stream AsStream() => new ConnectionStream(this, _transport.Loop);
}
