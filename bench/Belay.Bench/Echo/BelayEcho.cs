using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Belay.Bench.Echo;

/// <summary>A server as its users write it.</summary>
public static class BelayEcho
{
    private const int Backlog = 4096;

    /// <summary>As asyncio's: the loop has the calling thread.</summary>
    public static void Run(string? certificate) => Coro.Run(ServeAsync(certificate));

    /// <summary>The loop borrows threads of the pool.</summary>
    public static Task RunAsync(string? certificate) => Coro.RunAsync(ServeAsync(certificate));

    private static async Coro ServeAsync(string? certificate)
    {
        var options = new ServerOptions { Backlog = Backlog };
        if (certificate is not null)
        {
            options = options with { Tls = new SslServerAuthenticationOptions { ServerCertificate = X509Certificate2.CreateFromPemFile(certificate) } };
        }
        await using var server = await Server.StartAsync(EchoAsync, "127.0.0.1", 0, options);
        Console.WriteLine(server.Port);
        await server.ServeForeverAsync();
    }

    private static async Coro EchoAsync(Connection connection)
    {
        var buffer = new byte[EchoServers.Chunk];
        try
        {
            while (await connection.ReadAsync(buffer) is > 0 and var count)
            {
                await connection.WriteAsync(buffer.AsMemory(0, count));
            }
        }
        catch (IOException)
        {
            // The clients go when they have measured.
        }
    }
}
