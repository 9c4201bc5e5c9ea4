namespace Belay.Cli;

/// <summary>Where compiled programs are kept: one folder of the user's.</summary>
static class CacheFolder
{
    internal const string Variable = "BELAY_CACHE";

    /// <summary>It need not exist, nor be of use. Null if nothing says where it could be.</summary>
    internal static string? Path { get; } = Find();

    static string? Find()
    {
        if (Named(Variable) is { } chosen) return System.IO.Path.GetFullPath(chosen);
        if (Named("XDG_CACHE_HOME") is { } caches && System.IO.Path.IsPathRooted(caches)) return System.IO.Path.Combine(caches, "belay");
        if (OperatingSystem.IsWindows()) return Named("LOCALAPPDATA") is { } local ? System.IO.Path.Combine(local, "belay", "cache") : null;
        return Named("HOME") is { } home ? System.IO.Path.Combine(home, ".cache", "belay") : null;
    }

    static string? Named(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
