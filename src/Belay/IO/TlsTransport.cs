using System.Net.Security;
using System.Net.Sockets;

namespace Belay;

/// <summary>TLS over a socket.</summary>
internal sealed class TlsTransport(EventLoop loop, SslStream stream, Socket socket) : StreamTransport(loop, stream, waitsOnEmptyRead: true)
{
    bool _hasSaidGoodbye;

    /// <summary>Its own way to say that no more follows.</summary>
    internal override void EndOutput()
    {
        _hasSaidGoodbye = true;
        BeginOutput(new ValueTask(stream.ShutdownAsync()), 0);
    }

    internal override async Coro ShutdownAsync()
    {
        if (_hasSaidGoodbye || IsClosed) return;
        _hasSaidGoodbye = true;
        await stream.ShutdownAsync();
    }

    internal override void Close(bool abort)
    {
        if (abort && !IsClosed && socket.AddressFamily != AddressFamily.Unix) socket.LingerState = new LingerOption(enable: true, seconds: 0);
        base.Close(abort);
    }
}
