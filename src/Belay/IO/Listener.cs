using System.Net;
using System.Net.Sockets;

namespace Belay;

/// <summary>Sockets that listen, and what went wrong if they could not.</summary>
internal static class Listener
{
    /// <summary>One for each address of the host, all on one port.</summary>
    /// <exception cref="IOException">An address cannot be listened on. None is.</exception>
    internal static async Coro<Socket[]> OpenAsync(string? host, int port, ServerOptions options)
    {
        var endPoints = string.IsNullOrEmpty(host)
            ? [new IPEndPoint(Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any, port)]
            : await Addresses.ResolveAsync(host, port, $"{host}:{port}");
        var sockets = new List<Socket>();
        try
        {
            foreach (IPEndPoint endPoint in endPoints)
            {
                // The system has chosen a port for the first: the others are to have the same.
                if (endPoint.Port == 0 && sockets.Count > 0) endPoint.Port = ((IPEndPoint)sockets[0].LocalEndPoint!).Port;
                sockets.Add(Open(endPoint, options));
            }
            return [.. sockets];
        }
        catch
        {
            sockets.ForEach(socket => socket.Dispose());
            throw;
        }
    }

    internal static Socket OpenUnix(string path, ServerOptions options)
    {
        var endPoint = new UnixDomainSocketEndPoint(path);
        // A server that was killed leaves its file behind, which nobody listens on.
        if (File.Exists(path) && IsDeserted(endPoint)) File.Delete(path);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        return Listen(socket, endPoint, options);
    }

    static Socket Open(IPEndPoint endPoint, ServerOptions options)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        if (endPoint.AddressFamily == AddressFamily.InterNetworkV6) socket.DualMode = options.DualStack && endPoint.Address.Equals(IPAddress.IPv6Any);
        if (options.ReusePort) socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        return Listen(socket, endPoint, options);
    }

    static Socket Listen(Socket socket, EndPoint endPoint, ServerOptions options)
    {
        try
        {
            socket.Bind(endPoint);
            socket.Listen(options.Backlog);
            return socket;
        }
        catch (SocketException failure)
        {
            socket.Dispose();
            throw new IOException(Explain(endPoint, failure), failure);
        }
    }

    static bool IsDeserted(UnixDomainSocketEndPoint endPoint)
    {
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            probe.Connect(endPoint);
            return false;
        }
        catch (SocketException failure)
        {
            // A file that is no socket refuses too, and is not to be deleted.
            return failure.SocketErrorCode == SocketError.ConnectionRefused && IsSocket(endPoint.ToString());
        }
    }

    static bool IsSocket(string path)
    {
        try
        {
            File.OpenHandle(path).Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;        // no such device or address: a socket cannot be opened as a file
        }
    }

    static string Explain(EndPoint endPoint, SocketException failure) => failure.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse =>
            $"{endPoint} is in use, probably by another server that still runs: stop it, or listen on another port (0 takes a free one).",
        SocketError.AccessDenied =>
            $"{endPoint} is not for this user, probably because the port is below 1024: listen on a higher one (0 takes a free one).",
        SocketError.AddressNotAvailable =>
            $"{endPoint} is not an address of this machine: listen on one of its own, or on all of them with no host.",
        _ => $"{endPoint} cannot be listened on: {failure.Message}.",
    };
}
