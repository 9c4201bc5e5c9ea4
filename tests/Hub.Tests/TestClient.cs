using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HubSample.Tests;

/// <summary>A client of the hub on plain .NET tasks: nothing of Belay stands on this side.</summary>
sealed class TestClient : IDisposable
{
    readonly Socket _socket;
    readonly StreamReader _reader;

    TestClient(Socket socket)
    {
        _socket = socket;
        _reader = new StreamReader(new NetworkStream(socket), Encoding.UTF8);
    }

    public static async Task<TestClient> ConnectAsync(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        return new TestClient(socket);
    }

    public Task SayAsync(string line) => SendAsync(Encoding.UTF8.GetBytes(line + "\n"));

    public async Task SendAsync(byte[] data)
    {
        for (var sent = 0; sent < data.Length;)
        {
            sent += await _socket.SendAsync(data.AsMemory(sent)).OrHang();
        }
    }

    /// <summary>Null once the hub has hung up.</summary>
    public Task<string?> ReadLineAsync() => _reader.ReadLineAsync().OrHang();

    public async Task<List<string>> ReadToEndAsync()
    {
        var lines = new List<string>();
        while (await ReadLineAsync() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>Nothing more will be sent; reading goes on.</summary>
    public void HangUp() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>As a process that is killed with input unread: the hub sees a reset.</summary>
    public void Die()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Dispose();
    }

    public void Dispose() => _socket.Dispose();
}
