using System.Diagnostics;
using System.Globalization;
using Belay.Bench.Echo;
using Belay.Bench.Measuring;

namespace Belay.Bench.Programs;

/// <summary>An echo server in a process of its own, measured by the clients in another.</summary>
public sealed record EchoProgram(LoadGenerator Clients, EchoLoad Load, bool Quick, string File, params IReadOnlyList<string> Arguments) : IProgram
{
    public async Task<Metrics> RunAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(File, Arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var server = Process.Start(start)!;
        var errors = server.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            var port = await server.StandardOutput.ReadLineAsync(cancellationToken);
            if (port is null)
            {
                await server.WaitForExitAsync(cancellationToken);
                throw new CommandFailedException(start, server.ExitCode, await errors);
            }
            return await Clients.RunAsync(int.Parse(port, CultureInfo.InvariantCulture), Load, Quick, cancellationToken);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync(CancellationToken.None);
        }
    }
}
