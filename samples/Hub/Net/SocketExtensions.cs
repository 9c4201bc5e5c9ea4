using System.Net.Sockets;

namespace HubSample.Net;

static class SocketExtensions
{
    /// <summary>Sends it all, where one send may take a part. After it, cancelled or not, the buffer is the caller's again: that is what the token is for.</summary>
    public static async Coro SendAllAsync(this Socket socket, ReadOnlyMemory<byte> data)
    {
        while (!data.IsEmpty)
        {
            data = data[await socket.SendAsync(data, Coro.Token)..];
        }
    }
}
