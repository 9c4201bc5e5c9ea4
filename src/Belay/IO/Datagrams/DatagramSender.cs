using System.Net;
using System.Net.Sockets;

namespace Belay;

/// <summary>The sending half of an endpoint: one operation at a time, on a copy, so that nobody who is cancelled has to wait for his memory.</summary>
internal sealed class DatagramSender : SocketAsyncEventArgs, IReady
{
    readonly Socket _socket;
    readonly DatagramReceiver _receiver;
    readonly bool _isConnected;
    byte[] _buffer = [];
    bool _isPending, _isClosed;

    internal DatagramSender(EventLoop loop, Socket socket, bool isConnected, DatagramReceiver receiver) : base(unsafeSuppressExecutionContextFlow: true)
    {
        (Loop, _socket, _isConnected, _receiver) = (loop, socket, isConnected, receiver);
        Waiters.TryBind(loop);
        InFlight.TryBind(loop);
    }

    internal EventLoop Loop { get; }

    /// <summary>Those whose datagrams are not begun.</summary>
    internal WaitQueue Waiters { get; } = new();

    /// <summary>The one whose datagram is being sent, unless it was cancelled.</summary>
    internal WaitQueue InFlight { get; } = new();

    /// <summary>The next has to wait.</summary>
    internal bool IsPending => _isPending && !_isClosed;

    /// <summary>Begins to send a copy.</summary>
    /// <param name="data">The datagram.</param>
    /// <param name="remote">Where it goes; null: where the socket is connected to.</param>
    /// <returns>True if it is done.</returns>
    /// <exception cref="IOException">The system refuses it.</exception>
    internal bool Begin(ReadOnlySpan<byte> data, IPEndPoint? remote)
    {
        ThrowIfClosed();
        if (_buffer.Length < data.Length) _buffer = GC.AllocateUninitializedArray<byte>(Math.Max(data.Length, _buffer.Length * 2));
        data.CopyTo(_buffer);
        SetBuffer(_buffer, 0, data.Length);
        if (!ReferenceEquals(RemoteEndPoint, remote)) RemoteEndPoint = remote;
        if (!Send()) return false;
        ThrowIfFailed();
        return true;
    }

    /// <summary>The datagram that was in flight has come to this.</summary>
    /// <exception cref="IOException">The system refused it.</exception>
    internal void ThrowIfFailed()
    {
        ThrowIfClosed();
        if (SocketError != SocketError.Success) throw SocketError.ToDatagramFailure();
    }

    internal void Close()
    {
        _isClosed = true;
        InFlight.WakeAll();
        Waiters.WakeAll();
        if (!_isPending) Dispose();
    }

    protected override void OnCompleted(SocketAsyncEventArgs e) => Loop.PostCompletionFromAnyThread(this);

    void IReady.Run()
    {
        _isPending = false;
        if (_isClosed)
        {
            Dispose();
            return;
        }
        if (TakeEarlierFailure() && !Send()) return;
        if (!InFlight.WakeNext() && SocketError != SocketError.Success) _receiver.Keep(SocketError.ToDatagramFailure());
        Waiters.WakeNext();     // who looks at the outcome first runs first
    }

    /// <summary>True if it is done, one way or the other.</summary>
    bool Send()
    {
        do
        {
            _isPending = _isConnected ? _socket.SendAsync(this) : _socket.SendToAsync(this);
            if (_isPending) return false;
        }
        while (TakeEarlierFailure());
        return true;
    }

    /// <summary>
    /// What an earlier datagram met with is told to the next operation, whatever that is: it belongs to the receiver, and this
    /// datagram has not been sent for it.
    /// </summary>
    bool TakeEarlierFailure()
    {
        if (SocketError is not (SocketError.ConnectionRefused or SocketError.ConnectionReset)) return false;
        _receiver.Keep(SocketError.ToDatagramFailure());
        return true;
    }

    void ThrowIfClosed() => ObjectDisposedException.ThrowIf(_isClosed, typeof(DatagramEndpoint));
}
