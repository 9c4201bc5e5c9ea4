namespace Belay.Bench.Echo;

/// <summary>The echo servers of this executable. Each prints the port it listens on and serves until it is killed.</summary>
public static class EchoServers
{
    /// <summary>What a server reads at the most at a time, on every side.</summary>
    public const int Chunk = 64 * 1024;

    /// <param name="name">Which: belay, belay-pool, sockets or kestrel.</param>
    /// <param name="certificate">A file with certificate and key: over TLS. Belay's alone can do that.</param>
    public static async Task<int> RunAsync(string name, string? certificate)
    {
        switch (name)
        {
            case "belay":
                BelayEcho.Run(certificate);
                return 0;
            case "belay-pool":
                await BelayEcho.RunAsync(certificate);
                return 0;
            case "sockets":
                await SocketEcho.RunAsync();
                return 0;
            case "kestrel":
                await KestrelEcho.RunAsync();
                return 0;
            default:
                await Console.Error.WriteLineAsync($"There is no echo server \"{name}\", only belay, belay-pool, sockets and kestrel.");
                return 2;
        }
    }
}
