using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Belay;

/// <summary>
/// A socket whose operations .NET completes, on a thread of the pool, which then runs an idle loop there and then. Input is waited for with an empty
/// receive, so that no buffer is held.
/// </summary>
internal sealed class CompletionSocket(EventLoop loop, Socket socket) : SocketTransport(loop, socket)
{
    InputOperation? _input;
    OutputOperation? _output;

    internal override bool RequestInput() => (_input ??= new InputOperation(this)).Request();

    internal override bool BeginSend(ReadOnlyMemory<byte> data)
    {
        var output = _output ??= new OutputOperation(this);
        output.SetBuffer(MemoryMarshal.AsMemory(data));     // sound: it is only read from
        output.Total = data.Length;
        return !output.Begin();
    }

    /// <summary>
    /// .NET would reset the connection to end a receive that waits. So that is ended by a shutdown, and the socket closed when it has.
    /// </summary>
    internal override void Close(bool abort)
    {
        if (!abort && !IsClosed && _input?.TryEndWith(Socket) == true) IsClosed = true;
        else base.Close(abort);
    }

    sealed class InputOperation(CompletionSocket owner) : SocketAsyncEventArgs(true), IReady
    {
        InputState _state;

        /// <inheritdoc cref="Transport.RequestInput"/>
        internal bool Request()
        {
            if (_state != InputState.Idle) return false;
            _state = InputState.Pending;
            if (owner.Socket.ReceiveAsync(this)) return false;
            _state = InputState.Idle;
            return true;        // a failure shows when it is received
        }

        /// <summary>Ends the receive that goes on, and leaves closing the socket to it. False if none does.</summary>
        internal bool TryEndWith(Socket socket)
        {
            if (_state != InputState.Pending) return false;
            try
            {
                // First this, for .NET would also reset a connection that is closed during a call of its.
                socket.Shutdown(SocketShutdown.Both);
            }
            catch (SocketException)
            {
                return false;       // the other side is gone, so it makes no difference to it
            }
            return Interlocked.CompareExchange(ref _state, InputState.Closing, InputState.Pending) == InputState.Pending;
        }

        protected override void OnCompleted(SocketAsyncEventArgs e)
        {
            if (Interlocked.CompareExchange(ref _state, InputState.Completed, InputState.Pending) == InputState.Pending)
                owner.Loop.PostCompletionFromAnyThread(this);
            else owner.Socket.Dispose();
        }

        public void Run()
        {
            _state = InputState.Idle;
            if (!owner.IsClosed) owner.Reader!.OnInput();
        }
    }

    sealed class OutputOperation(CompletionSocket owner) : SocketAsyncEventArgs(true), IReady
    {
        internal int Total;

        protected override void OnCompleted(SocketAsyncEventArgs e) => owner.Loop.PostCompletionFromAnyThread(this);

        /// <summary>True if it goes on.</summary>
        internal bool Begin()
        {
            while (!owner.Socket.SendAsync(this))
                if (IsAllSent()) return false;
            return true;
        }

        public void Run()
        {
            try
            {
                if (!IsAllSent() && Begin()) return;
            }
            catch (IOException failure)
            {
                owner.Writer!.OnSent(0, failure);
                return;
            }
            owner.Writer!.OnSent(Total, null);
        }

        bool IsAllSent()
        {
            if (SocketError != SocketError.Success) throw SocketError.ToIOException();
            if (BytesTransferred == Count) return true;
            if (owner.IsClosed) throw SocketErrors.Closed();
            SetBuffer(Offset + BytesTransferred, Count - BytesTransferred);
            return false;
        }
    }
}
