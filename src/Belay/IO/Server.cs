using System.Net;
using System.Net.Sockets;

namespace Belay;

/// <summary>
/// Accepts connections and runs a handler for each, as a task of its own that the server owns: when the handler ends, in whatever way, its connection is closed. A failure
/// is reported to <see cref="RunOptions.ErrorHandler"/> and disturbs nobody else. asyncio.Server.
/// </summary>
/// <remarks>
/// It takes clients from when it is started until it is closed. If the system has no descriptors left it says so, waits, and goes on when there are. On the
/// thread of the loop it was started on only.
/// </remarks>
public sealed partial class Server : IAsyncDisposable
{
    readonly EventLoop _loop = EventLoop.Running;
    readonly Func<Connection, Coro> _handler;
    readonly ServerOptions _options;
    readonly Socket[] _sockets;
    readonly HashSet<ServedClient> _clients = [];

    Server(Func<Connection, Coro> handler, Socket[] sockets, ServerOptions options)
    {
        (_handler, _sockets, _options) = (handler, sockets, options);
        EndPoints = [.. sockets.Select(socket => socket.LocalEndPoint!)];
        _closed = new Future<VoidResult>(_loop);
        _accepting = [.. sockets.Select(socket => Coro.CreateTask(AcceptAsync(socket), "server"))];
    }

    /// <summary>What it listens on: the ports that port 0 stands for, too.</summary>
    public IReadOnlyList<EndPoint> EndPoints { get; }

    /// <summary>The port it listens on.</summary>
    /// <exception cref="InvalidOperationException">It has none: it is a Unix socket's.</exception>
    public int Port => EndPoints[0] is IPEndPoint endPoint
        ? endPoint.Port
        : throw new InvalidOperationException("A server on a Unix socket has a path, not a port: see EndPoints.");

    /// <summary>How many clients it has.</summary>
    public int ConnectionCount => _clients.Count;

    /// <summary>Whether it takes clients. asyncio: is_serving.</summary>
    public bool IsServing { get; private set; } = true;

    /// <summary>Listens on a port and takes clients from now on. asyncio: start_server.</summary>
    /// <param name="handler">Run for each client, as a task in a copy of the context that this is called in.</param>
    /// <param name="host">A name or an address of this machine; null: all it has.</param>
    /// <param name="port">0 to 65535; 0 takes a free one, see <see cref="Port"/>.</param>
    /// <param name="options">How; null: as they are.</param>
    /// <exception cref="IOException">It cannot be listened on: the port is in use, say. The text says what can be done.</exception>
    /// <exception cref="InvalidOperationException">No loop runs on this thread.</exception>
    public static async Coro<Server> StartAsync(Func<Connection, Coro> handler, string? host, int port, ServerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentOutOfRangeException.ThrowIfNegative(port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, IPEndPoint.MaxPort);
        options ??= ServerOptions.Default;
        return new Server(handler, await Listener.OpenAsync(host, port, options), options);
    }

    /// <summary>Listens on a Unix socket. A file that a server has left behind there is replaced. asyncio: start_unix_server.</summary>
    /// <inheritdoc cref="StartAsync"/>
    /// <param name="path">Where it is to be in the file system; one that begins with a NUL is of Linux's abstract kind.</param>
    /// <param name="handler">Run for each client, as a task in a copy of the context that this is called in.</param>
    /// <param name="options">How; null: as they are.</param>
#pragma warning disable CS1998 // as the other: it begins when it is awaited
    public static async Coro<Server> StartUnixAsync(Func<Connection, Coro> handler, string path, ServerOptions? options = null)
#pragma warning restore CS1998
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= ServerOptions.Default;
        return new Server(handler, [Listener.OpenUnix(path, options)], options);
    }
}
