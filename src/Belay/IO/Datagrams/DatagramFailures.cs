using System.Net.Sockets;

namespace Belay;

/// <summary>What went wrong with a datagram, for people.</summary>
internal static class DatagramFailures
{
    internal static IOException ToDatagramFailure(this SocketError error)
    {
        var inner = new SocketException((int)error);
        return new IOException(error switch
        {
            SocketError.ConnectionRefused or SocketError.ConnectionReset => "A datagram sent earlier did not arrive: nobody listens at that port.",
            SocketError.MessageSize => "The datagram is longer than the network or the system takes.",
            _ => $"The datagram could not be sent or received: {inner.Message}.",
        }, inner);
    }
}
