namespace Belay.Cli.Tests;

/// <summary>A directory with scripts, and the command run in it. All share a cache, unless a test is about that.</summary>
sealed class ScriptFolder : IDisposable
{
    static readonly DirectoryInfo _sharedCache = MakeSharedCache();

    readonly DirectoryInfo _folder;

    public ScriptFolder(string name = "belay tests é ")
    {
        // Blanks and letters beyond ASCII in every path there is.
        _folder = Directory.CreateTempSubdirectory(name);
        Environment["BELAY_CACHE"] = _sharedCache.FullName;
        // Each process lives for a moment: to measure its code, so as to make it faster later, is for nothing.
        Environment["DOTNET_TieredPGO"] = "0";
        // What whoever runs the tests has set is not for them.
        foreach (var variable in (string[])["BELAY_UNBUFFERED", "BELAY_PRODUCTION", "BELAY_DEBUG", "BELAY_CACHE_MB", "XDG_CACHE_HOME"]) Environment[variable] = null;
    }

    public string Path => _folder.FullName;

    public Dictionary<string, string?> Environment { get; } = [];

    /// <summary>Gives the test a cache that nobody else uses.</summary>
    public string OwnCache()
    {
        var cache = System.IO.Path.Combine(Path, ".cache");
        Environment["BELAY_CACHE"] = cache;
        return cache;
    }

    public string PathOf(string relative) => System.IO.Path.Combine(Path, relative);

    public ScriptFolder Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
        return this;
    }

    public Task<Finished> RunAsync(params string[] arguments) => RunInAsync(".", arguments);

    public async Task<Finished> RunInAsync(string folder, params string[] arguments)
    {
        await using var process = BelayProcess.Start(PathOf(folder), Environment, arguments);
        return await process.ExitAsync();
    }

    public BelayProcess Start(params string[] arguments) => BelayProcess.Start(Path, Environment, arguments);

    /// <summary>In a shell, where $belay is the command.</summary>
    public async Task<Finished> ShellAsync(string command)
    {
        await using var process = BelayProcess.StartOther(Path, Environment, "/bin/sh", "-c", command.Replace("$belay", BelayProcess.InShell, StringComparison.Ordinal));
        return await process.ExitAsync();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    static DirectoryInfo MakeSharedCache()
    {
        var cache = Directory.CreateTempSubdirectory("belay-tests-cache-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cache.Delete(recursive: true);
        return cache;
    }
}
