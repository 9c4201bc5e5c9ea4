using System.Net;
using System.Net.Sockets;

namespace HubSample.Server;

/// <summary>Takes connections in, for ever.</summary>
sealed class Listener : IDisposable
{
    const int MostInOneTurn = 100;
    static readonly TimeSpan _pauseWithoutHandles = TimeSpan.FromMilliseconds(100);
    readonly Socket _socket;

    Listener(Socket socket) => _socket = socket;

    public EndPoint EndPoint => _socket.LocalEndPoint!;

    /// <exception cref="PortUnavailableException">Another program has the port, or this one may not have it.</exception>
    public static Listener Bind(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
            return new Listener(socket);
        }
        catch (SocketException failure)
        {
            socket.Dispose();
            throw new PortUnavailableException(Explain(port, failure), failure);
        }
    }

    /// <summary>Never returns. Each connection is a handler in <paramref name="connections"/>; the listener itself belongs in no group, which would wait for it.</summary>
    public async Coro AcceptAsync(TaskGroup connections, MessageHub hub)
    {
        for (var number = 1; ; number++)
        {
            var socket = await AcceptOneAsync();
            // Eager, because a task that is cancelled before its first step never runs its finally:
            // from here on the handler owns the socket.
            connections.CreateTask(new Connection(socket, hub, $"client {number}").HandleAsync(), $"client {number}", eager: true);
            if (number % MostInOneTurn == 0)
            {
                // An await of what is already there does not give up the turn, and before a crowd at the door the others would wait.
                await Coro.Yield();
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    async Coro<Socket> AcceptOneAsync()
    {
        while (true)
        {
            try
            {
                // With the token a cancelled accept ends; without it, it would stay behind and take a client in for nobody.
                return await _socket.AcceptAsync(Coro.Token);
            }
            catch (SocketException failure) when (failure.SocketErrorCode is SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable)
            {
                // Too many clients at once is no reason to leave those that are in: the others wait in the backlog.
                await Coro.Sleep(_pauseWithoutHandles);
            }
            catch (SocketException failure) when (failure.SocketErrorCode is SocketError.ConnectionAborted or SocketError.ConnectionReset)
            {
                // This one went away while it stood in the backlog.
            }
        }
    }

    static string Explain(int port, SocketException failure) => failure.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse =>
            $"port {port} of 127.0.0.1 is in use, probably by another hub that still runs: stop it, or give another port (0 takes a free one).",
        SocketError.AccessDenied =>
            $"port {port} of 127.0.0.1 is not for this user, probably because it is below 1024: give a higher one (0 takes a free one).",
        _ => $"port {port} of 127.0.0.1 cannot be opened ({failure.Message}): give another one (0 takes a free one).",
    };
}
