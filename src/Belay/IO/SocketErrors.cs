using System.Net.Sockets;

namespace Belay;

/// <summary>What a socket failed with, for people, as the one type that streams of any kind fail with.</summary>
internal static class SocketErrors
{
    internal static IOException ToIOException(this SocketError error) => error switch
    {
        SocketError.ConnectionReset => new("The connection was reset by the other side.", new SocketException((int)error)),
        SocketError.ConnectionAborted or SocketError.Shutdown =>
            new("The connection is broken: the other side has closed it and takes no more.", new SocketException((int)error)),
        SocketError.OperationAborted => Closed(),
        _ => new SocketException((int)error) is var inner ? new($"The connection has failed: {inner.Message}.", inner) : null!,
    };

    internal static IOException Closed() => new("The connection was closed on this side.");

    /// <summary>The same failure for somebody else: an exception that is thrown twice would have the traces of both.</summary>
    internal static IOException Again(this IOException failure) => new(failure.Message, failure.InnerException);
}
