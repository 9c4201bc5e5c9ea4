namespace Belay;

public sealed partial class Connection
{
    /// <summary>Wakes those that wait for the other's closing.</summary>
    Future<VoidResult>? _closed;

    /// <summary>
    /// Sends what is left, then closes. Reads see what has come already, then the end of the stream. Further calls wait for the first. asyncio: close and wait_closed.
    /// </summary>
    /// <remarks>
    /// It takes as long as the other side takes to read what is left: limit it with <see cref="Coro.WaitFor(Coro, TimeSpan?)"/>. If the call that closes is cancelled
    /// meanwhile, the connection is aborted: it never outlives the call.
    /// </remarks>
    /// <exception cref="IOException">Something that had been written could not be sent. The connection is closed all the same.</exception>
    public async Coro CloseAsync()
    {
        if (_isClosed) return;
        if (_isClosing)
        {
            await Coro.Shield(_closed ??= new Future<VoidResult>(_transport.Loop));
            return;
        }
        BeginClosing();
        var isLeft = true;
        try
        {
            await Writer.FlushAsync();
            await _transport.ShutdownAsync();
            isLeft = false;
        }
        finally
        {
            End(abort: isLeft);
        }
    }

    /// <summary>
    /// Closes at once: what has not been sent is dropped, and the other side of a TCP connection sees a reset, not a proper end. Further calls do nothing.
    /// asyncio: abort.
    /// </summary>
    public void Abort()
    {
        _transport.Loop.CheckThread();
        if (_isClosed) return;
        BeginClosing();
        End(abort: true);
    }

    /// <summary><see cref="CloseAsync"/>, for <c>await using</c>.</summary>
    public async ValueTask DisposeAsync() => await CloseAsync();

    /// <summary>Closes at once; only if something is left to be sent the other side sees a reset.</summary>
    internal void CloseNow()
    {
        if (_isClosed) return;
        BeginClosing();
        End(abort: Writer.BufferedCount > 0);
    }

    void BeginClosing()
    {
        _isClosing = true;
        Reader.End();
    }

    void End(bool abort)
    {
        if (_isClosed) return;
        _isClosed = true;
        _transport.Close(abort);
        Writer.Fail(SocketErrors.Closed());
        if (_closed is { IsDone: false }) _closed.SetResult(default);
    }
}
