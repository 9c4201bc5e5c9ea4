using System.Text;

namespace Belay.Cli;

/// <summary>Runs `dotnet` as a child that does not outlive this command.</summary>
static class DotNetCommand
{
    /// <summary>What it prints.</summary>
    /// <exception cref="UserError">It fails; what it says of that is the message.</exception>
    /// <exception cref="KeyboardInterruptException">Ctrl-C or SIGTERM came.</exception>
    internal static string Run(string folder, params string[] arguments) => Coro.Run(RunAsync(folder, arguments));

    static async Coro<string> RunAsync(string folder, string[] arguments)
    {
        await using var child = await Subprocess.StartAsync(DotNetSdk.Current.Host, arguments, new SubprocessOptions
        {
            WorkingDirectory = folder,
            StandardInput = SubprocessStream.Null,
            StandardOutput = SubprocessStream.Pipe,
            StandardError = SubprocessStream.Pipe,
        });
        var (output, errors) = await child.CommunicateAsync();
        var text = Encoding.UTF8.GetString(output!);
        if (child.ExitCode == 0) return text;
        var lines = (text + Encoding.UTF8.GetString(errors!)).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var said = lines.Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)).Distinct().ToArray();
        throw new UserError($"dotnet cannot provide what the directives ask for:\n  {string.Join("\n  ", said.Length > 0 ? said : lines)}");
    }
}
