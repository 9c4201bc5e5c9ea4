namespace Belay;

public sealed partial class Server
{
    /// <summary>Done when it takes no more clients and the last has left.</summary>
    readonly Future<VoidResult> _closed;

    /// <summary>Takes no more clients; those that are in stay. Further calls do nothing. asyncio: close.</summary>
    public void Close()
    {
        _loop.CheckThread();
        if (!IsServing) return;
        IsServing = false;
        foreach (var task in _accepting) task.Cancel();
        foreach (var socket in _sockets) socket.Dispose();
        EndIfEmpty();
    }

    /// <summary>Waits until it is closed and all its clients have left. asyncio: wait_closed.</summary>
    /// <remarks>Cancelled, it leaves everything as it is.</remarks>
    public async Coro WaitClosedAsync()
    {
        if (!_closed.IsDone) await Coro.Shield(_closed);
    }

    /// <summary>Takes no more clients, and waits until those that are in have left. asyncio: close and wait_closed.</summary>
    /// <remarks>
    /// To have them leave call <see cref="CloseClients"/> first. Cancelled, it cancels the handlers that are left and waits for those, as a
    /// <see cref="TaskGroup"/> does.
    /// </remarks>
    public async Coro CloseAsync()
    {
        Close();
        try
        {
            await WaitClosedAsync();
        }
        finally
        {
            if (!_closed.IsDone) await Coro.Cleanup(Timeout.InfiniteTimeSpan, StopHandlers);
        }
    }

    /// <summary>Waits until the server is closed: for a program that does nothing else. Cancelled, it is as <see cref="CloseAsync"/> when that is cancelled. asyncio: serve_forever.</summary>
    /// <exception cref="InvalidOperationException">It is closed already.</exception>
    public async Coro ServeForeverAsync()
    {
        if (!IsServing) throw new InvalidOperationException("The server is closed. A server serves from its start on; ServeForeverAsync waits for its end, which has come already.");
        try
        {
            await WaitClosedAsync();
        }
        finally
        {
            Close();
            if (!_closed.IsDone) await Coro.Cleanup(Timeout.InfiniteTimeSpan, StopHandlers);
        }
    }

    /// <summary>Closes the connections of all clients: what has been written is sent first, and reads see the end of the stream. The handlers run on until they notice. asyncio: close_clients.</summary>
    public void CloseClients()
    {
        _loop.CheckThread();
        foreach (var client in _clients) _loop.CreateTask(CloseQuietlyAsync(client.Connection), "server closes a client", eager: true);
    }

    /// <summary>Aborts the connections of all clients, as <see cref="Connection.Abort"/> does. The handlers run on until they notice. asyncio: abort_clients.</summary>
    public void AbortClients()
    {
        _loop.CheckThread();
        foreach (var client in _clients) client.Connection.Abort();
    }

    /// <summary><see cref="CloseAsync"/>, for <c>await using</c>.</summary>
    public async ValueTask DisposeAsync() => await CloseAsync();

    async Coro StopHandlers()
    {
        foreach (var client in _clients) client.Task!.Cancel();
        await WaitClosedAsync();
    }

    /// <summary>The handler finds out, if it still wants to write.</summary>
    static async Coro CloseQuietlyAsync(Connection connection)
    {
        if (await connection.CloseAsync().Caught() is { } failure and not IOException) Rethrow.Now(failure);
    }

    void EndIfEmpty()
    {
        if (!IsServing && _clients.Count == 0 && !_closed.IsDone) _closed.SetResult(default);
    }
}
