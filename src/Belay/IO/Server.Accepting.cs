using System.Net.Sockets;

namespace Belay;

public sealed partial class Server
{
    /// <summary>So many are accepted in one turn at the most: those that are in want their turn too.</summary>
    const int MostInOneTurn = 16;

    /// <summary>How long it waits when the system has nothing left, unless one of its own clients leaves.</summary>
    static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    readonly CoroTask[] _accepting;

    /// <summary>Done when a client leaves; made when somebody waits for that.</summary>
    Future<VoidResult>? _clientLeaves;

    async Coro AcceptAsync(Socket listener)
    {
        for (var count = 1; ; count++)
        {
            while (_clients.Count >= _options.MaxConnections) await WaitForClientToLeave();
            Take(await AcceptOneAsync(listener));
            // An await of what is already there does not give up the turn.
            if (count % MostInOneTurn == 0) await Coro.Yield();
        }
    }

    async Coro<Socket> AcceptOneAsync(Socket listener)
    {
        for (var isReported = false; ; isReported = true)
        {
            SocketException failure;
            try
            {
                return await AcceptOrCancelAsync(listener);
            }
            catch (SocketException caught)
            {
                failure = caught;
            }
            // This one went away while it stood in the backlog.
            if (failure.SocketErrorCode is SocketError.ConnectionAborted or SocketError.ConnectionReset) continue;
            if (!isReported) Report($"The server on {listener.LocalEndPoint} cannot accept a client, and tries again", failure, null);
            await Coro.Wait([WaitForClientToLeave()], s_pause);
        }
    }

    static async Coro<Socket> AcceptOrCancelAsync(Socket listener)
    {
        // With the token a cancelled accept ends; without it, it would stay behind and take a client in for nobody.
        var accepting = listener.AcceptAsync(Coro.Token).AsTask();
        var isTaken = false;
        try
        {
            var socket = await accepting;
            isTaken = true;
            return socket;
        }
        finally
        {
            // The request came too late for the operation, and a result that comes in spite of one is nobody's.
            if (!isTaken && accepting.IsCompletedSuccessfully) accepting.Result.Dispose();
        }
    }

    void Take(Socket socket)
    {
        ServedClient client;
        try
        {
            client = new ServedClient(this, new Connection(_loop, socket, _options));
        }
        catch (SocketException)
        {
            socket.Dispose();       // it went away in this very moment
            return;
        }
        _clients.Add(client);
        client.Start(_loop.CreateTask(ServeAsync(client.Connection), null, eager: false));
    }

    /// <summary>All that is done for a client. Whatever becomes of it, <see cref="ServedClient"/> closes the connection.</summary>
    async Coro ServeAsync(Connection connection)
    {
        if (_options.Tls is { } tls)
        {
            var handshake = await Coro.WaitFor(connection.StartTlsAsync(tls), _options.TlsHandshakeTimeout).Caught();
            // Whoever looks for open ports ends here, too: nothing to report, and the handler has not begun.
            if (handshake is IOException or TimeoutException) return;
            if (handshake is not null) Rethrow.Now(handshake);
        }
        await _handler(connection);
        // The handler has done its part: that the other side does not want the rest is not a failure of it.
        if (await connection.CloseAsync().Caught() is { } failure and not IOException) Rethrow.Now(failure);
    }

    Future WaitForClientToLeave() => _clientLeaves ??= new Future<VoidResult>(_loop);

    internal void OnLeft(ServedClient client)
    {
        _clients.Remove(client);
        _clientLeaves?.SetResult(default);
        _clientLeaves = null;
        EndIfEmpty();
    }

    internal void Report(string message, Exception failure, Future? source) => _loop.Report(message, failure, source);
}
