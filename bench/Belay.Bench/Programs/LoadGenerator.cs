using System.Globalization;
using Belay.Bench.Echo;
using Belay.Bench.Measuring;

namespace Belay.Bench.Programs;

/// <summary>The clients of the echo servers, built once a run from the one source in load/: the same for every server, and nobody's of those measured.</summary>
/// <param name="File">The clients.</param>
/// <param name="Floor">The server that does nothing but the system calls.</param>
/// <param name="HasTls">Whether the clients can do that.</param>
public sealed record LoadGenerator(string File, string Floor, bool HasTls) : IDisposable
{
    /// <summary>Null where there is no compiler for it, or the system is not Linux.</summary>
    public static async Task<LoadGenerator?> BuildAsync(string sources)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }
        var folder = Directory.CreateTempSubdirectory("belay-bench-");
        var file = Path.Combine(folder.FullName, "echo");
        var floor = Path.Combine(folder.FullName, "floor");
        var source = Path.Combine(sources, "echo.c");
        // OpenSSL's headers may be missing; then there is no TLS.
        foreach (string[] tls in new string[][] { ["-DWITH_TLS", "-lssl", "-lcrypto"], [] })
        {
            if (await CommandLine.TryRunAsync("cc", ["-O2", source, "-o", file, .. tls]) is not null)
            {
                await CommandLine.RunAsync("cc", ["-O2", Path.Combine(sources, "floor.c"), "-o", floor]);
                return new LoadGenerator(file, floor, tls.Length > 0);
            }
        }
        folder.Delete(recursive: true);
        return null;
    }

    public async Task<Metrics> RunAsync(int port, EchoLoad load, bool quick, CancellationToken cancellationToken)
    {
        var (warmUp, measured) = quick ? (1000, 1000) : (2000, 2000);
        int[] numbers = [port, load.Connections, load.Size, warmUp, measured];
        var arguments = numbers.Select(number => number.ToString(CultureInfo.InvariantCulture));
        return Metrics.Parse(await CommandLine.RunAsync(File, load.Tls ? arguments.Append("tls") : arguments, cancellationToken: cancellationToken));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(File)!, recursive: true);
}
