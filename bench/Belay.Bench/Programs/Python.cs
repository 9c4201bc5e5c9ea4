namespace Belay.Bench.Programs;

/// <summary>An interpreter that was found, and what it is.</summary>
public sealed record Python(string File, string Description)
{
    /// <summary>CPython 3.13, the oracle of the semantics and so the rival. A pyenv shim may be there and start nothing: each is tried.</summary>
    public static async Task<Python?> FindAsyncioAsync()
    {
        var named = Environment.GetEnvironmentVariable("BELAY_PYTHON");
        var candidates = named is { Length: > 0 } ? [named] : new[] { "python3.13" }.Concat(PyenvVersions()).Append("python3").Append("python");
        const string Probe =
            "import platform, sys; assert sys.version_info[:2] == (3, 13); print('CPython', platform.python_version())";
        foreach (var candidate in candidates)
        {
            if (await CommandLine.TryRunAsync(candidate, "-c", Probe) is { } description)
            {
                return new Python(candidate, description);
            }
        }
        return null;
    }

    /// <summary>Whatever Python has uvloop, 3.11 or later for asyncio.TaskGroup; distributions package it for their own.</summary>
    public static async Task<Python?> FindUvloopAsync(Python? asyncio)
    {
        const string Probe =
            "import asyncio, platform, uvloop; asyncio.TaskGroup; print('uvloop', uvloop.__version__, 'on CPython', platform.python_version())";
        foreach (var candidate in new[] { asyncio?.File, "/usr/bin/python3", "python3" })
        {
            if (candidate is not null && await CommandLine.TryRunAsync(candidate, "-c", Probe) is { } description)
            {
                return new Python(candidate, description);
            }
        }
        return null;
    }

    private static IEnumerable<string> PyenvVersions()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var root = Environment.GetEnvironmentVariable("PYENV_ROOT") ?? Path.Combine(home, ".pyenv");
        var versions = Path.Combine(root, "versions");
        return Directory.Exists(versions)
            ? Directory.EnumerateDirectories(versions, "3.13.*").Order().Select(folder => Path.Combine(folder, "bin", "python"))
            : [];
    }
}
