using System.Net;
using System.Net.Sockets;

namespace Belay;

/// <summary>
/// Sends and receives datagrams over UDP. Bound, it receives at an address of this machine's; connected, it exchanges datagrams with one remote
/// address only; or both. asyncio: loop.create_datagram_endpoint, its transport and protocol in one.
/// </summary>
/// <remarks>
/// <para>UDP promises nothing: datagrams get lost, and come in another order or twice. What this side does: a datagram that was received is given to a
/// receive, whatever is cancelled meanwhile, and one that is begun to be sent is sent.</para>
/// <para>When the system says that a datagram did not arrive, because nobody listens at that port say, the next receive, or the one that waits, fails with an
/// <see cref="IOException"/>; that is asyncio's error_received. The endpoint remains usable. Only connected endpoints are told so on most systems.</para>
/// <para>On the loop's thread only. Close it, or its port stays taken until the garbage collector finds it.</para>
/// </remarks>
public sealed partial class DatagramEndpoint : IAsyncDisposable
{
    readonly EventLoop _loop;
    readonly Socket _socket;
    readonly DatagramReceiver _receiver;
    readonly DatagramSender _sender;

    DatagramEndpoint(EventLoop loop, Socket socket, IPEndPoint? remote, int maxSize)
    {
        (_loop, _socket) = (loop, socket);
        LocalEndPoint = (IPEndPoint)socket.LocalEndPoint!;
        RemoteEndPoint = remote;
        MaxSize = maxSize;
        _receiver = new DatagramReceiver(loop, socket, remote is not null, maxSize);
        _sender = new DatagramSender(loop, socket, remote is not null, _receiver);
    }

    /// <summary>Where it receives.</summary>
    public IPEndPoint LocalEndPoint { get; }

    /// <summary>What it is connected to; null if it is not.</summary>
    public IPEndPoint? RemoteEndPoint { get; }

    /// <summary>The longest datagram that it receives, in bytes.</summary>
    public int MaxSize { get; }

    /// <summary>Whether <see cref="Close"/> was called.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Sends a datagram to the address that the endpoint is connected to. Does not give up the turn unless the system's buffer is full. asyncio: sendto.</summary>
    /// <remarks>
    /// Senders that wait are served in the order they came. Cancelled while the datagram waits for those before it, it is not sent; cancelled
    /// later it is.
    /// </remarks>
    /// <param name="data">Is the caller's again when the await has ended. Empty: an empty datagram is sent.</param>
    /// <exception cref="IOException">The system refuses it: it is too long, or the network cannot be reached.</exception>
    /// <exception cref="InvalidOperationException">The endpoint is not connected; or it is another loop's.</exception>
    /// <exception cref="ObjectDisposedException">The endpoint is closed, or is while this waits.</exception>
    public Coro SendAsync(ReadOnlyMemory<byte> data)
    {
        if (RemoteEndPoint is null) throw new InvalidOperationException("The endpoint is not connected, so it has to be told where the datagram goes: SendAsync(data, remoteEndPoint).");
        return DatagramSendFrame.Make(_sender, data, null);
    }

    /// <summary>Sends a datagram to any address. Does not give up the turn unless the system's buffer is full. asyncio: sendto.</summary>
    /// <inheritdoc cref="SendAsync(ReadOnlyMemory{byte})"/>
    /// <param name="data">Is the caller's again when the await has ended. Empty: an empty datagram is sent.</param>
    /// <param name="remoteEndPoint">Where it goes.</param>
    /// <exception cref="InvalidOperationException">The endpoint is connected, to another address; or it is another loop's.</exception>
    public Coro SendAsync(ReadOnlyMemory<byte> data, IPEndPoint remoteEndPoint)
    {
        ArgumentNullException.ThrowIfNull(remoteEndPoint);
        if (RemoteEndPoint is null) return DatagramSendFrame.Make(_sender, data, remoteEndPoint);
        return RemoteEndPoint.Equals(remoteEndPoint)
            ? DatagramSendFrame.Make(_sender, data, null)
            : throw new InvalidOperationException($"The endpoint is connected to {RemoteEndPoint} and sends nowhere else. Open one that is bound only, for any address.");
    }

    /// <summary>Waits for a datagram. Does not give up the turn if there is one. Cancelled, it has taken none: the next receive gets it.</summary>
    /// <returns>The datagram, whose data may be looked at until the next receive.</returns>
    /// <exception cref="IOException">
    /// A datagram sent earlier did not arrive, or one that came is longer than <see cref="MaxSize"/> and is dropped. The next receive goes on.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another receive waits; or the endpoint is another loop's.</exception>
    /// <exception cref="ObjectDisposedException">The endpoint is closed, or is while this waits.</exception>
    public Coro<Datagram> ReceiveAsync() => DatagramReceiveFrame.Make(_receiver);

    /// <summary>
    /// All datagrams that come, for <c>await foreach</c>, each as from <see cref="ReceiveAsync"/>. It ends when the endpoint is closed; to leave the loop
    /// early loses none. A failure leaves the loop too: whoever wants to go on after it enumerates again.
    /// </summary>
    public IAsyncEnumerable<Datagram> ReceiveAllAsync() => new DatagramSequence(_receiver);

    /// <summary>Gives the port back at once. Whoever waits is told; what has been received and not asked for is dropped. Further calls do nothing. asyncio: close, abort.</summary>
    /// <exception cref="InvalidOperationException">This is another thread.</exception>
    public void Close()
    {
        _loop.CheckThread();
        if (IsClosed) return;
        IsClosed = true;
        _receiver.Close();
        _sender.Close();
        _socket.Dispose();
    }

    /// <summary>As <see cref="Close"/>; there is nothing to wait for.</summary>
    public ValueTask DisposeAsync()
    {
        Close();
        return default;
    }
}
