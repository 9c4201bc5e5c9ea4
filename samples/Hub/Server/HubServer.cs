using System.Net;
using System.Net.Sockets;

namespace HubSample.Server;

/// <summary>
/// The hub as a scope: it serves while the body runs, and closes in good order however the body ends.
/// <code>
/// main
/// └─ server
///    ├─ client 1              handler
///    │  └─ its own group      incoming (a group again: the reader, a leaf for each message)
///    └─ client 2 …
/// </code>
/// </summary>
sealed class HubServer
{
    readonly Belay.Server _server;

    HubServer(MessageHub hub, Belay.Server server)
    {
        Hub = hub;
        _server = server;
    }

    public MessageHub Hub { get; }

    public EndPoint EndPoint => _server.EndPoints[0];

    /// <summary>For ever, or until this is cancelled.</summary>
    public Coro WaitAsync() => _server.WaitClosedAsync();

    /// <exception cref="PortUnavailableException">Another program has the port, or this one may not have it.</exception>
    public static async Coro RunAsync(int port, Func<HubServer, Coro> body)
    {
        var hub = new MessageHub();
        var server = await StartAsync(port, hub);
        try
        {
            await body(new HubServer(hub, server));
        }
        finally
        {
            server.Close();
            await hub.CloseAsync();
            await server.WaitClosedAsync();
        }
    }

    static async Coro<Belay.Server> StartAsync(int port, MessageHub hub)
    {
        var number = 0;
        try
        {
            return await Belay.Server.StartAsync(
                connection => new Client(connection, hub, $"client {++number}").HandleAsync(),
                "127.0.0.1", port, new ServerOptions { Backlog = 1024 });
        }
        catch (IOException failure)
        {
            throw new PortUnavailableException(Explain(port, failure), failure);
        }
    }

    static string Explain(int port, IOException failure) => (failure.InnerException as SocketException)?.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse =>
            $"port {port} of 127.0.0.1 is in use, probably by another hub that still runs: stop it, or give another port (0 takes a free one).",
        SocketError.AccessDenied =>
            $"port {port} of 127.0.0.1 is not for this user, probably because it is below 1024: give a higher one (0 takes a free one).",
        _ => $"port {port} of 127.0.0.1 cannot be opened ({failure.Message}): give another one (0 takes a free one).",
    };
}
