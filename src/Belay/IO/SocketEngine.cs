using System.Net.Sockets;

namespace Belay;

/// <summary>Decides how the sockets of a loop are waited for.</summary>
internal static class SocketEngine
{
    internal static SocketTransport Wrap(EventLoop loop, Socket socket) =>
        loop.GetPoller() is { } poller ? new PolledSocket(loop, socket, poller) : new CompletionSocket(loop, socket);
}
