using System.Net.Sockets;

namespace Belay;

/// <summary>A connected socket: what can be done at once is done at once. How it is waited for is left to others.</summary>
internal abstract class SocketTransport : Transport
{
    private protected SocketTransport(EventLoop loop, Socket socket) : base(loop)
    {
        Socket = socket;
        socket.Blocking = false;
    }

    internal Socket Socket { get; }

    private protected bool IsClosed { get; set; }

    internal override int TryReceive(Span<byte> buffer)
    {
        var count = Socket.Receive(buffer, SocketFlags.None, out var error);
        if (error == SocketError.Success) return count;
        return error == SocketError.WouldBlock ? -1 : throw error.ToIOException();
    }

    internal override int TrySend(ReadOnlySpan<byte> data)
    {
        var count = Socket.Send(data, SocketFlags.None, out var error);
        if (error == SocketError.Success) return count;
        return error == SocketError.WouldBlock ? 0 : throw error.ToIOException();
    }

    internal override void EndOutput()
    {
        try
        {
            Socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException failure)
        {
            throw failure.SocketErrorCode.ToIOException();
        }
    }

    /// <summary>Somebody else goes on with the socket, which is closed with what this returns.</summary>
    internal virtual NetworkStream Release()
    {
        Socket.Blocking = true;     // a NetworkStream insists; its asynchronous operations are none the slower
        return new NetworkStream(Socket, ownsSocket: true);
    }

    internal override void Close(bool abort)
    {
        if (IsClosed) return;
        IsClosed = true;
        // With no time to linger the system resets the connection, so that the other side can tell it from a proper end.
        if (abort && Socket.AddressFamily != AddressFamily.Unix) Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        Socket.Dispose();
    }
}
