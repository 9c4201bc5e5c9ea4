using System.Net;
using System.Net.Sockets;

namespace Belay.Bench.Echo;

/// <summary>As near to the system as .NET gets: one SocketAsyncEventArgs for each connection, completions on the pool's threads.</summary>
public static class SocketEcho
{
    private const int Backlog = 4096;

    public static async Task RunAsync()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(Backlog);
        Console.WriteLine(((IPEndPoint)listener.LocalEndPoint!).Port);
        while (true)
        {
            var socket = await listener.AcceptAsync();
            socket.NoDelay = true;
            new Visit(socket).Receive();
        }
    }

    private sealed class Visit : SocketAsyncEventArgs
    {
        private readonly Socket _socket;
        private readonly byte[] _buffer = new byte[EchoServers.Chunk];

        public Visit(Socket socket) : base(unsafeSuppressExecutionContextFlow: true) => _socket = socket;

        /// <summary>As long as operations end at once it goes on here.</summary>
        public void Receive()
        {
            do
            {
                SetBuffer(_buffer, 0, _buffer.Length);
            }
            while (!_socket.ReceiveAsync(this) && Send());
        }

        protected override void OnCompleted(SocketAsyncEventArgs e)
        {
            if (LastOperation == SocketAsyncOperation.Receive ? Send() : IsSent())
            {
                Receive();
            }
        }

        /// <summary>Sends what was received. True if it is done.</summary>
        private bool Send()
        {
            if (SocketError != SocketError.Success || BytesTransferred == 0)
            {
                Close();
                return false;
            }
            SetBuffer(0, BytesTransferred);
            return !_socket.SendAsync(this) && IsSent();
        }

        /// <summary>A send ends when all is sent, or with a failure.</summary>
        private bool IsSent()
        {
            if (SocketError == SocketError.Success)
            {
                return true;
            }
            Close();
            return false;
        }

        private void Close()
        {
            _socket.Dispose();
            Dispose();
        }
    }
}
