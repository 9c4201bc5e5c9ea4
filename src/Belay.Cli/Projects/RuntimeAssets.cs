using System.Text.Json;

namespace Belay.Cli;

/// <summary>The files that a program needs at run time, as `dotnet` would copy them beside it.</summary>
static class RuntimeAssets
{
    const string AspNetCore = "Microsoft.AspNetCore.App";

    internal static (Dictionary<string, string> Libraries, Dictionary<string, string> NativeLibraries) Read(JsonElement files, IEnumerable<string> references)
    {
        var libraries = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var natives = new Dictionary<string, string>();
        foreach (var file in files.EnumerateArray())
        {
            var path = file.GetProperty("FullPath").GetString()!;
            var isNative = file.TryGetProperty("AssetType", out var type) && type.GetString() == "native";
            if (isNative) natives[Path.GetFileName(path)] = path;
            else if (Path.GetExtension(path) == ".dll") libraries[Key(file, path)] = path;
        }
        // It is no part of the runtime that this command has.
        if (references.Any(reference => reference.Contains($"{AspNetCore}.Ref", StringComparison.Ordinal)))
            foreach (var file in AspNetCoreFiles()) libraries.TryAdd(Path.GetFileNameWithoutExtension(file), file);
        return (libraries, natives);
    }

    static string Key(JsonElement file, string path)
    {
        var folder = file.TryGetProperty("DestinationSubDirectory", out var sub) ? sub.GetString()!.TrimEnd('/', '\\') : "";
        var name = Path.GetFileNameWithoutExtension(path);
        return folder.Length > 0 && name.EndsWith(".resources", StringComparison.Ordinal) ? $"{folder}/{name}" : name;
    }

    static string[] AspNetCoreFiles() => DotNetSdk.Current.FindShared(AspNetCore) is { } folder
        ? Directory.GetFiles(folder, "*.dll")
        : throw new UserError($"the script needs ASP.NET Core's runtime, and {DotNetSdk.Current.Root} has none for .NET {Environment.Version.Major}.");
}
