using System.ComponentModel;
using System.Diagnostics;

namespace Belay.Bench.Programs;

/// <summary>Runs a command and gives what it printed.</summary>
public static class CommandLine
{
    public static async Task<string> RunAsync(
        string file, IEnumerable<string> arguments, string? folder = null, CancellationToken cancellationToken = default)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? await output : throw new CommandFailedException(start, process.ExitCode, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>What it printed, or null if there is no such command or it fails: for finding out what is installed.</summary>
    public static async Task<string?> TryRunAsync(string file, params IEnumerable<string> arguments)
    {
        try
        {
            return (await RunAsync(file, arguments)).Trim();
        }
        catch (Exception e) when (e is Win32Exception or CommandFailedException)
        {
            return null;
        }
    }
}

public sealed class CommandFailedException(ProcessStartInfo start, int exitCode, string errors)
    : Exception($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with exit code {exitCode}:\n{errors.Trim()}");
