namespace Belay.Cli;

/// <summary>The installed .NET SDK that fits the runtime of this process: it has the compiler, and what scripts are compiled against.</summary>
sealed class DotNetSdk
{
    DotNetSdk(string root, string folder) => (Root, Folder) = (root, folder);

    /// <summary>Where .NET is installed.</summary>
    internal string Root { get; }

    internal string Folder { get; }

    internal string Compiler => Path.Combine(Folder, "Roslyn", "bincore");

    /// <summary>The command `dotnet`.</summary>
    internal string Host => Path.Combine(Root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    internal static DotNetSdk Current { get; } = Find();

    /// <summary>The assemblies to compile against, and the generators that come with them; without the targeting pack the runtime's own assemblies, and no generators.</summary>
    internal (string[] References, string[] Generators) FindReferences()
    {
        var pack = Path.Combine(Root, "packs", "Microsoft.NETCore.App.Ref");
        if (LatestIn(pack) is { } version && Path.Combine(version, "ref", $"net{Environment.Version.Major}.0") is var references && Directory.Exists(references))
            return (Directory.GetFiles(references, "*.dll"), Directory.GetFiles(Path.Combine(version, "analyzers", "dotnet", "cs"), "*.dll"));
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location);
        return ([.. trusted.Where(assembly => Path.GetDirectoryName(assembly) == runtime)], []);
    }

    /// <summary>Where a shared framework is; null if there is none.</summary>
    internal string? FindShared(string framework) => LatestIn(Path.Combine(Root, "shared", framework));

    static DotNetSdk Find()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string?[] roots = [Path.GetFullPath(Path.Combine(runtime, "..", "..", "..")), Environment.GetEnvironmentVariable("DOTNET_ROOT"), Path.GetDirectoryName(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"))];
        foreach (var root in roots)
            if (!string.IsNullOrEmpty(root) && LatestIn(Path.Combine(root, "sdk")) is { } folder) return new DotNetSdk(root, folder);
        throw new UserError(
            $"scripts are compiled by the .NET SDK, and there is none for .NET {Environment.Version.Major} in {string.Join(" or ", roots.Where(root => !string.IsNullOrEmpty(root)))}."
            + "\n  install it, or set DOTNET_ROOT to where it is.");
    }

    /// <summary>The highest version there of this runtime's: the compiler of a later one would not run on it.</summary>
    static string? LatestIn(string folder) => !Directory.Exists(folder)
        ? null
        : Directory.GetDirectories(folder)
            .Select(path => (Path: path, Version: Version.TryParse(Path.GetFileName(path).Split('-')[0], out var version) ? version : null))
            .Where(found => found.Version?.Major == Environment.Version.Major)
            .MaxBy(found => found.Version).Path;
}
