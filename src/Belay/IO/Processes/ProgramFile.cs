namespace Belay;

/// <summary>Looks for a program as the system does: one named without a directory on the PATH, and nowhere else.</summary>
internal static class ProgramFile
{
    /// <exception cref="FileNotFoundException">There is none of that name.</exception>
    /// <exception cref="IOException">It is no program that this user can run.</exception>
    internal static string Find(string name, SubprocessOptions options)
    {
        if (OperatingSystem.IsWindows()) return name;       // the rules there are the system's own
        if (name.Contains('/'))
        {
            var file = Path.GetFullPath(name, options.WorkingDirectory is { } directory ? Path.GetFullPath(directory) : Environment.CurrentDirectory);
            if (!File.Exists(file)) throw new FileNotFoundException($"There is no program {file}.", file);
            return IsProgram(file) ? file : throw new IOException($"{file} is no program that this user can run.");
        }
        var path = options.Environment is { } environment ? environment.GetValueOrDefault("PATH") : Environment.GetEnvironmentVariable("PATH");
        foreach (var directory in (path ?? "/bin:/usr/bin").Split(':'))
            if (Path.Combine(directory.Length == 0 ? "." : directory, name) is var file && IsProgram(file)) return Path.GetFullPath(file);
        throw new FileNotFoundException($"There is no program {name} on the PATH. Install it, or give its directory too.", name);
    }

    static bool IsProgram(string file) =>
        !OperatingSystem.IsWindows() && File.Exists(file)
        && (File.GetUnixFileMode(file) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;
}
