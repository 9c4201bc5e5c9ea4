namespace Belay;

/// <summary>
/// Reads bytes as they come: from a <see cref="Connection"/>, or the output of a process. Whatever has come is buffered until it is read; more is
/// taken from the system only when a read needs it, so that a slow reader slows the other side down. asyncio.StreamReader.
/// </summary>
/// <remarks>
/// Cancelling a read takes nothing out of the stream: what has come is there for the next. Only one read can wait at a time; a second is
/// an <see cref="InvalidOperationException"/>. A read of what is there already does not give up the turn. When the other side is gone reads give what
/// came before, then fail with an <see cref="IOException"/>; once this side has closed they see the end of the stream. On the loop's thread only.
/// </remarks>
public sealed class ByteReader
{
    /// <summary>How far a separator may be, in bytes, unless the options say otherwise.</summary>
    internal const int DefaultLimit = 64 * 1024;

    /// <summary>Exchanged when a connection goes over to TLS.</summary>
    Transport _transport;

    /// <summary>
    /// What the system has is received so often in one go; then others have their turn, or a sender that keeps up would have the loop to itself.
    /// </summary>
    const int MaxInOneGo = 8;

    InputBuffer _buffer = new();
    int _inOneGo;
    NextTurn? _nextTurn;
    IOException? _failure;
    bool _isEnded;

    internal ByteReader(Transport transport, int limit)
    {
        _transport = transport;
        transport.Reader = this;
        Limit = limit;
    }

    /// <summary>The one that waits for input.</summary>
    internal WaitQueue Waiters { get; } = new();

    /// <summary>How far a separator may be.</summary>
    internal int Limit { get; }

    /// <summary>No more will come. What has come may not have been read.</summary>
    internal bool IsEnded => _isEnded;

    internal ReadOnlySpan<byte> Buffered => _buffer.Bytes;

    /// <summary>Whether the end of the stream has been seen and everything before it read. asyncio: at_eof.</summary>
    public bool IsAtEnd => _isEnded && _failure is null && _buffer.Count == 0;

    /// <summary>Reads what there is, and waits only if there is nothing. asyncio: read(n).</summary>
    /// <param name="buffer">Gets it. It is written to only while the read's task runs, so it is free as soon as the read has ended, be it cancelled.</param>
    /// <returns>How many bytes; 0 at the end of the stream, or if the buffer is empty.</returns>
    /// <exception cref="IOException">The other side is gone.</exception>
    /// <exception cref="InvalidOperationException">Another read waits.</exception>
    public Coro<int> ReadAsync(Memory<byte> buffer) => ReadFrame.Make(this, buffer);

    /// <summary>Fills a buffer. asyncio: readexactly.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    /// <exception cref="IncompleteReadException">The stream ended before that; what came is in the exception.</exception>
    public Coro ReadExactlyAsync(Memory<byte> buffer) => ReadExactlyFrame.Make(this, buffer);

    /// <summary>Reads so many bytes. asyncio: readexactly.</summary>
    /// <inheritdoc cref="ReadExactlyAsync(Memory{byte})"/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public Coro<byte[]> ReadExactlyAsync(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Read();

        async Coro<byte[]> Read()
        {
            var bytes = new byte[count];
            await ReadExactlyAsync(bytes);
            return bytes;
        }
    }

    /// <summary>Reads to the end of the stream, however much that is. asyncio: read().</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public Coro<byte[]> ReadToEndAsync() => ReadToEndFrame.Make(this);

    /// <summary>Reads up to a separator, which is part of what is returned. asyncio: readuntil.</summary>
    /// <param name="separator">At least one byte.</param>
    /// <exception cref="IncompleteReadException">The stream ended before that; what came is in the exception.</exception>
    /// <exception cref="LimitOverrunException">What comes before the separator is longer than the limit; it stays in the stream.</exception>
    /// <exception cref="IOException">The other side is gone.</exception>
    /// <exception cref="InvalidOperationException">Another read waits.</exception>
    /// <exception cref="ArgumentException">The separator is empty.</exception>
    public Coro<byte[]> ReadUntilAsync(ReadOnlySpan<byte> separator) => ReadUntilFrame.Make(this, separator);

    /// <summary>Reads up to the first of several separators: the shortest piece that ends with any of them. asyncio: readuntil with a tuple.</summary>
    /// <inheritdoc cref="ReadUntilAsync(ReadOnlySpan{byte})"/>
    /// <param name="separators">At least one, each of at least one byte.</param>
    public Coro<byte[]> ReadUntilAsync(IReadOnlyList<byte[]> separators) => ReadUntilFrame.Make(this, separators);

    /// <summary>
    /// Reads a line of UTF-8 text, without its LF or CR LF; what is not UTF-8 becomes U+FFFD. The last line need not have an end; a
    /// <see cref="ReadUntilAsync(ReadOnlySpan{byte})"/> tells whether it has. asyncio: readline, which keeps the end of the line.
    /// </summary>
    /// <returns>The line; null at the end of the stream.</returns>
    /// <exception cref="LimitOverrunException">The line is longer than the limit; what has come of it is dropped.</exception>
    /// <exception cref="IOException">The other side is gone.</exception>
    /// <exception cref="InvalidOperationException">Another read waits.</exception>
    public Coro<string?> ReadLineAsync() => TextLineFrame.Make(this);

    /// <summary>Reads a line as it is, without its LF or CR LF; nothing is copied.</summary>
    /// <inheritdoc cref="ReadLineAsync"/>
    /// <returns>The line, which may be looked at until the next read; null at the end of the stream.</returns>
    public Coro<ReadOnlyMemory<byte>?> ReadLineBytesAsync() => BytesLineFrame.Make(this);

    /// <summary>All lines, for <c>await foreach</c>, each as from <see cref="ReadLineAsync"/>. To leave the loop early loses none. asyncio: async for.</summary>
    public IAsyncEnumerable<string> ReadLinesAsync() => new LineSequence(this);

    /// <summary>Takes what there is, without waiting.</summary>
    /// <returns>How many bytes; 0 at the end of the stream, -1 if there is nothing now.</returns>
    internal int TryReceive(Span<byte> buffer)
    {
        if (_buffer.Count > 0) return _buffer.TakeInto(buffer);
        ThrowIfFailed();
        if (_isEnded) return 0;
        if (_inOneGo == MaxInOneGo) return -1;
        try
        {
            return Received(_transport.TryReceive(buffer));
        }
        catch (IOException failure)
        {
            End(failure);
            throw;
        }
    }

    /// <summary>Receives more into the buffer, or finds that there is no more. False if there is nothing now. Not after the end.</summary>
    internal bool TryFill()
    {
        if (_inOneGo == MaxInOneGo) return false;
        try
        {
            return Received(_buffer.Receive(_transport)) >= 0;
        }
        catch (IOException failure)
        {
            End(failure);
            throw;
        }
    }

    /// <summary>It has ended, but not as it should.</summary>
    internal void ThrowIfFailed()
    {
        if (_failure is not null) throw _failure.Again();
    }

    /// <summary>Takes so much out of the buffer; it stays as it is until the next read.</summary>
    internal ReadOnlyMemory<byte> Take(int count) => _buffer.Take(count);

    internal void PutBack(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 0) _buffer.PutBack(bytes);
    }

    /// <inheritdoc cref="Transport.RequestInput"/>
    internal bool RequestInput()
    {
        _buffer.Release();      // a connection that is idle holds no memory
        if (_isEnded) return true;
        var isDue = _inOneGo == MaxInOneGo;
        _inOneGo = 0;
        if (!isDue) return _transport.RequestInput();
        (_nextTurn ??= new NextTurn(OnInput)).Request(_transport.Loop);
        return false;
    }

    /// <summary>There is something to receive.</summary>
    internal void OnInput() => Waiters.WakeNext();

    /// <summary>Nothing more comes: this side has closed, or the other is gone. Reads see what is buffered first.</summary>
    internal void End(IOException? failure = null)
    {
        if (_isEnded) return;
        _isEnded = true;
        _failure = failure;
        Waiters.WakeNext();
    }

    /// <summary>Goes on with what is above the transport, or in its place.</summary>
    internal void MoveTo(Transport transport)
    {
        if (Waiters.IsClaimed) throw Misuse.TwoReaders();
        _transport = transport;
        transport.Reader = this;
    }

    int Received(int count)
    {
        if (count == 0) _isEnded = true;
        else _inOneGo++;
        return count;
    }
}
