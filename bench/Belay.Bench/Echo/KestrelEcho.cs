using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Belay.Bench.Echo;

/// <summary>What is under Kestrel: its transport over sockets, whose connections are a pair of pipes.</summary>
public static class KestrelEcho
{
    public static async Task RunAsync()
    {
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        await using var listener = await transport.BindAsync(new IPEndPoint(IPAddress.Loopback, 0));
        Console.WriteLine(((IPEndPoint)listener.EndPoint).Port);
        while (await listener.AcceptAsync() is { } connection)
        {
            _ = EchoAsync(connection);
        }
    }

    private static async Task EchoAsync(ConnectionContext connection)
    {
        await using var closing = connection;
        var (input, output) = (connection.Transport.Input, connection.Transport.Output);
        try
        {
            while (await input.ReadAsync() is { IsCompleted: false } read)
            {
                foreach (var segment in read.Buffer)
                {
                    output.Write(segment.Span);
                }
                input.AdvanceTo(read.Buffer.End);
                await output.FlushAsync();
            }
        }
        catch (ConnectionResetException)
        {
            // The clients go when they have measured.
        }
    }
}
