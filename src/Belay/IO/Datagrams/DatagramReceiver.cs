using System.Net;
using System.Net.Sockets;

namespace Belay;

/// <summary>
/// The receiving half of an endpoint: one operation, which is begun when somebody wants a datagram and goes on if he is cancelled. What it brings is then for
/// the next who asks.
/// </summary>
internal sealed class DatagramReceiver : SocketAsyncEventArgs, IReady
{
    readonly Socket _socket;
    readonly bool _isConnected;
    readonly byte[] _buffer;
    bool _isPending, _hasEnded, _isClosed;
    IOException? _failure;

    internal DatagramReceiver(EventLoop loop, Socket socket, bool isConnected, int maxSize) : base(unsafeSuppressExecutionContextFlow: true)
    {
        (Loop, _socket, _isConnected) = (loop, socket, isConnected);
        // One byte more, to know a datagram that is too long from one that just fits.
        _buffer = GC.AllocateUninitializedArray<byte>(maxSize + 1);
        SetBuffer(_buffer);
        RemoteEndPoint = isConnected ? socket.RemoteEndPoint : new IPEndPoint(socket.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
        Waiters.TryBind(loop);
    }

    internal EventLoop Loop { get; }

    /// <summary>The one who waits.</summary>
    internal WaitQueue Waiters { get; } = new();

    internal bool IsClosed => _isClosed;

    /// <summary>Takes a datagram, if there is one; else there will be an operation that wakes who waits.</summary>
    /// <exception cref="IOException">A datagram that was sent did not arrive, or one that has come is too long.</exception>
    internal bool TryReceive(out Datagram datagram)
    {
        datagram = default;
        ObjectDisposedException.ThrowIf(_isClosed, typeof(DatagramEndpoint));
        if (_failure is { } failure)
        {
            _failure = null;
            throw failure;
        }
        if (!_hasEnded && !Begin()) return false;
        _hasEnded = false;
        if (SocketError != SocketError.Success) throw SocketError.ToDatagramFailure();
        if (BytesTransferred == _buffer.Length) throw new IOException($"A datagram was longer than the endpoint's MaxSize, {_buffer.Length - 1} bytes, and is dropped.");
        datagram = new Datagram(_buffer.AsMemory(0, BytesTransferred), (IPEndPoint)RemoteEndPoint!);
        return true;
    }

    /// <summary>A failure to deliver that showed elsewhere. Only the last is kept.</summary>
    internal void Keep(IOException failure)
    {
        if (_isClosed) return;
        _failure = failure;
        Waiters.WakeNext();
    }

    internal void Close()
    {
        _isClosed = true;
        Waiters.WakeAll();
        if (!_isPending) Dispose();
    }

    /// <summary>True if it is done.</summary>
    bool Begin()
    {
        if (_isPending) return false;
        _isPending = _isConnected ? _socket.ReceiveAsync(this) : _socket.ReceiveFromAsync(this);
        return !_isPending;
    }

    protected override void OnCompleted(SocketAsyncEventArgs e) => Loop.PostCompletionFromAnyThread(this);

    void IReady.Run()
    {
        _isPending = false;
        if (_isClosed)
        {
            Dispose();      // its buffer was the system's until now
            return;
        }
        _hasEnded = true;
        Waiters.WakeNext();
    }
}
