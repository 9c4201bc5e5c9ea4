namespace Belay;

/// <summary>
/// What is under a <see cref="ByteReader"/> and a <see cref="ByteWriter"/>: a socket, a pipe, TLS. It moves bytes and knows nothing of lines,
/// limits or tasks. On the loop's thread only.
/// </summary>
/// <remarks>
/// Nothing of the reader's is ever in an operation that goes on: input is asked for, and taken when it is there. So a read may be
/// cancelled at any time and loses nothing, and while nothing comes no buffer is held. Output is different: what has been begun to be
/// sent must stay as it is until <see cref="ByteWriter.OnSent"/>.
/// </remarks>
internal abstract class Transport(EventLoop loop)
{
    internal EventLoop Loop => loop;

    /// <summary>Told when there is input. Null of what can only be written.</summary>
    internal ByteReader? Reader { get; set; }

    /// <summary>Told when something has been sent. Null of what can only be read.</summary>
    internal ByteWriter? Writer { get; set; }

    /// <summary>Takes what is there.</summary>
    /// <returns>How many bytes; 0 at the end of the stream, -1 if there is nothing now: then <see cref="RequestInput"/>.</returns>
    /// <exception cref="IOException">The other side is gone, or the operation failed.</exception>
    internal abstract int TryReceive(Span<byte> buffer);

    /// <summary>
    /// Sees to it that <see cref="ByteReader.OnInput"/> is called once there is something to receive, be it the end or a failure. It may be
    /// asked for again before that.
    /// </summary>
    /// <returns>True if there is something already: then nothing is called.</returns>
    internal abstract bool RequestInput();

    /// <summary>Sends what can be sent now, while nothing is being sent; it keeps nothing.</summary>
    /// <returns>How many bytes, perhaps none.</returns>
    /// <exception cref="IOException">The other side is gone, or the operation failed.</exception>
    internal abstract int TrySend(ReadOnlySpan<byte> data);

    /// <summary>Sends all of it; one after the other. Until it has been sent, the data is the transport's.</summary>
    /// <returns>True if it is done; if not, <see cref="ByteWriter.OnSent"/> follows in any case, also after <see cref="Close"/>.</returns>
    /// <exception cref="IOException">The other side is gone, or the operation failed.</exception>
    internal abstract bool BeginSend(ReadOnlyMemory<byte> data);

    /// <summary>Tells the other side that no more follows. All has been sent.</summary>
    /// <exception cref="IOException">The other side is gone.</exception>
    internal abstract void EndOutput();

    /// <summary>Says good-bye before <see cref="Close"/>, where that is more than closing: in TLS.</summary>
    internal virtual Coro ShutdownAsync() => default;

    /// <summary>Frees what the system has for it, at once. Further calls do nothing.</summary>
    /// <param name="abort">The other side is to see that it was cut off, if that can be said.</param>
    internal abstract void Close(bool abort);
}
