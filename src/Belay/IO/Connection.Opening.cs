using System.Net;
using System.Net.Sockets;

namespace Belay;

public sealed partial class Connection
{
    /// <summary>Connects over TCP; of the addresses that the host has, one after the other is tried. asyncio: open_connection.</summary>
    /// <remarks>Cancelled, it leaves nothing behind.</remarks>
    /// <param name="host">A name or an address.</param>
    /// <param name="port">1 to 65535.</param>
    /// <param name="options">How; null: as they are.</param>
    /// <exception cref="IOException">Nobody could be reached; the text has the host, the port and what each address failed with. Or TLS failed.</exception>
    /// <exception cref="InvalidOperationException">No loop runs on this thread.</exception>
    public static async Coro<Connection> OpenAsync(string host, int port, ConnectionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentOutOfRangeException.ThrowIfLessThan(port, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, IPEndPoint.MaxPort);
        options ??= ConnectionOptions.Default;
        var where = $"{host}:{port}";
        var endPoints = await Addresses.ResolveAsync(host, port, where);
        var failures = new List<SocketException>();
        foreach (var endPoint in endPoints)
        {
            var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            if (await TryConnect(socket, endPoint) is not { } failure) return await Begin(socket, options, host);
            failures.Add(failure);
        }
        throw Addresses.Unreachable(where, endPoints, failures);
    }

    /// <summary>Connects to a Unix socket. asyncio: open_unix_connection.</summary>
    /// <remarks>Cancelled, it leaves nothing behind.</remarks>
    /// <param name="path">Where it is in the file system; one that begins with a NUL is of Linux's abstract kind.</param>
    /// <param name="options">How; null: as they are.</param>
    /// <exception cref="IOException">Nobody listens there; or TLS failed.</exception>
    /// <exception cref="InvalidOperationException">No loop runs on this thread.</exception>
    public static async Coro<Connection> OpenUnixAsync(string path, ConnectionOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var endPoint = new UnixDomainSocketEndPoint(path);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        if (await TryConnect(socket, endPoint) is { } failure) throw Addresses.Unreachable(path, [endPoint], [failure]);
        return await Begin(socket, options ?? ConnectionOptions.Default, "");
    }

    /// <summary>What it failed with, or null. If it does not come to its end the socket is closed.</summary>
    static async Coro<SocketException?> TryConnect(Socket socket, EndPoint endPoint)
    {
        var isConnected = false;
        try
        {
            // With the token a cancelled connect ends; without it, it would stay behind.
            await socket.ConnectAsync(endPoint, Coro.Token);
            isConnected = true;
            return null;
        }
        catch (SocketException failure)
        {
            return failure;
        }
        finally
        {
            if (!isConnected) socket.Dispose();
        }
    }

    static async Coro<Connection> Begin(Socket socket, ConnectionOptions options, string host)
    {
        var connection = new Connection(EventLoop.Running, socket, options);
        if (options.Tls is { } tls) await connection.StartTlsAsync(tls, host);
        return connection;
    }
}
