namespace Belay;

/// <summary>
/// Writes bytes: to a <see cref="Connection"/>, or the input of a process. What cannot be sent at once is buffered and sent in the background;
/// <see cref="WriteAsync(ReadOnlyMemory{byte})"/> and <see cref="DrainAsync"/> wait while more than the high-water mark is left. asyncio.StreamWriter.
/// </summary>
/// <remarks>
/// What has been written is sent, whatever becomes of those who wait: cancelling a write that waits takes nothing back. When the other side is gone,
/// what is left is dropped and every wait fails with an <see cref="IOException"/>. Any number of tasks may write and wait;
/// each write's bytes stay together. On the loop's thread only.
/// </remarks>
public sealed partial class ByteWriter
{
    Transport _transport;
    readonly int _highWater, _lowWater;
    OutputBuffer _buffer = new();
    readonly WaitQueue _drainers = new();
    WaitQueue? _flushers;
    bool _isSending;
    bool _isCompleted;

    internal ByteWriter(Transport transport, int highWater, int lowWater)
    {
        _transport = transport;
        transport.Writer = this;
        (_highWater, _lowWater) = (highWater, lowWater);
    }

    /// <summary>How many bytes have been written and not yet handed to the system. asyncio: get_write_buffer_size.</summary>
    public int BufferedCount => _buffer.Count;

    /// <summary>Whether <see cref="Complete"/> was called, or the whole is closed.</summary>
    public bool IsCompleted => _isCompleted;

    /// <summary>More than the high-water mark was left, and not little enough is yet.</summary>
    internal bool IsPaused { get; private set; }

    /// <summary>Why nothing can be sent any more.</summary>
    internal IOException? Failure { get; private set; }

    /// <summary>
    /// Buffers bytes to be sent in the next turn, together with what else is written in this one; never waits. Follow it with <see cref="DrainAsync"/>, or what the
    /// other side does not take grows without a limit. asyncio: write.
    /// </summary>
    /// <param name="data">Copied.</param>
    /// <exception cref="InvalidOperationException">This side has been completed or closed.</exception>
    public void Write(ReadOnlySpan<byte> data)
    {
        if (!CanWrite()) return;
        if (data.Length == 0) return;
        _buffer.Add(data);
        OnAdded();
    }

    /// <summary>Buffers text, as UTF-8.</summary>
    /// <inheritdoc cref="Write(ReadOnlySpan{byte})"/>
    /// <param name="text">As it is: no end of a line is added.</param>
    public void Write(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Encode(text, now: false);
    }

    /// <summary>Writes, and waits while more than the high-water mark is left to be sent. asyncio: write and drain.</summary>
    /// <remarks>
    /// If nothing is left before it and the system takes it at once, nothing is copied and no turn is given up. Cancelled before its first step it writes
    /// nothing; after that everything.
    /// </remarks>
    /// <param name="data">Is the caller's again when the await has ended.</param>
    /// <exception cref="IOException">The other side is gone.</exception>
    /// <exception cref="InvalidOperationException">This side has been completed or closed.</exception>
    public Coro WriteAsync(ReadOnlyMemory<byte> data) => WriteFrame.Make(this, data, null, WriteUntil.Drained);

    /// <summary>Writes text, as UTF-8, and waits while more than the high-water mark is left to be sent.</summary>
    /// <inheritdoc cref="WriteAsync(ReadOnlyMemory{byte})"/>
    /// <param name="text">As it is: no end of a line is added.</param>
    public Coro WriteAsync(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return WriteFrame.Make(this, default, text, WriteUntil.Drained);
    }

    /// <summary>If more than the high-water mark is left to be sent, waits until no more than the low-water mark is. asyncio: drain.</summary>
    /// <exception cref="IOException">The other side is gone.</exception>
    public Coro DrainAsync() => WriteFrame.Make(this, default, null, WriteUntil.Drained);

    /// <summary>Waits until all that was written has been handed to the system.</summary>
    /// <exception cref="IOException">The other side is gone.</exception>
    public Coro FlushAsync() => WriteFrame.Make(this, default, null, WriteUntil.Sent);

    /// <summary>
    /// No more follows: when all has been sent the other side sees the end of the stream, and may go on sending. Further calls do nothing. asyncio: write_eof.
    /// </summary>
    public void Complete()
    {
        if (_isCompleted) return;
        _isCompleted = true;
        _transport.Loop.CheckThread();
        Flush();
    }

    /// <summary>False if the other side is gone, or all is closed: as in asyncio, whoever waits is told, and what is written is dropped.</summary>
    bool CanWrite()
    {
        if (Failure is not null) return false;
        return _isCompleted ? throw Misuse.Completed() : true;
    }
}
