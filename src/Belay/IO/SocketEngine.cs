using System.Net.Sockets;

namespace Belay;

/// <summary>Decides how the sockets of a loop are waited for.</summary>
internal static class SocketEngine
{
    internal static SocketTransport Wrap(EventLoop loop, Socket socket) => new CompletionSocket(loop, socket);
}
