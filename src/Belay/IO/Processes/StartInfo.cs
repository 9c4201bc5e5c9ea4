using System.Diagnostics;

namespace Belay;

/// <summary>What .NET is to start.</summary>
internal static class StartInfo
{
    const string Shell = "/bin/sh";

    /// <exception cref="IOException">There is no such program, or directory.</exception>
    internal static ProcessStartInfo Of(string program, IEnumerable<string> arguments, SubprocessOptions options)
    {
        if (options.WorkingDirectory is { } directory && !Directory.Exists(directory))
            throw new DirectoryNotFoundException($"There is no directory {directory} to start {program} in.");
        var file = ProgramFile.Find(program, options);
        var start = Redirections(options) is { Length: > 0 } redirections
            // .NET can redirect to pipes only. A shell can do the rest, and then becomes the program: same process, no shell left.
            ? new ProcessStartInfo(Shell, ["-c", $"exec \"$0\" \"$@\"{redirections}", file, .. arguments])
            : new ProcessStartInfo(file, arguments);
        start.UseShellExecute = false;
        start.WorkingDirectory = options.WorkingDirectory ?? "";
        start.RedirectStandardInput = options.StandardInput == SubprocessStream.Pipe;
        start.RedirectStandardOutput = options.StandardOutput == SubprocessStream.Pipe;
        start.RedirectStandardError = options.StandardError == SubprocessStream.Pipe;
        if (options.Environment is { } environment)
        {
            start.Environment.Clear();
            foreach (var (name, value) in environment) start.Environment[name] = value;
        }
        return start;
    }

    internal static ProcessStartInfo OfShell(string command, SubprocessOptions options)
    {
        if (!OperatingSystem.IsWindows()) return Of(Shell, ["-c", command], options);
        var start = Of(Environment.GetEnvironmentVariable("ComSpec") ?? "cmd.exe", [], options);
        // Its rules for quotes are not those of other programs: all between the first and the last is the command.
        start.Arguments = $"/d /s /c \"{command}\"";
        return start;
    }

    static string Redirections(SubprocessOptions options)
    {
        var redirections = "";
        if (options.StandardInput == SubprocessStream.Null) redirections += " </dev/null";
        if (options.StandardOutput == SubprocessStream.Null) redirections += " >/dev/null";
        if (options.StandardError == SubprocessStream.Null) redirections += " 2>/dev/null";
        if (options.StandardError == SubprocessStream.Output) redirections += " 2>&1";
        if (redirections.Length > 0 && OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("On Windows a stream of a subprocess can be a pipe or this process's own. Use a pipe, and read and drop what comes.");
        return redirections;
    }
}
