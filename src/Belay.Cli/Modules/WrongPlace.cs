namespace Belay.Cli;

/// <summary>Finds out whether a name would be found from another directory: the commonest reason why it is not found here.</summary>
static class WrongPlace
{
    const int HowFarUp = 5;

    /// <summary>What to do then; null if it would not.</summary>
    internal static string? Find(string name, string root, IEnumerable<string> modules, bool isEntry)
    {
        var again = isEntry ? $" && belay run -m {name}" : "";
        var up = "..";
        for (var (folder, i) = (Path.GetDirectoryName(root), 0); folder is not null && i < HowFarUp; (folder, i) = (Path.GetDirectoryName(folder), i + 1), up += "/..")
        {
            if (!IsIn(folder, name, isEntry)) continue;
            return i == 0 ? $"run it from the folder above: cd ..{again}" : $"run it from {folder}: cd {up}{again}";
        }
        // The modules are those below the root: one that ends so begins in the folder to go to.
        var inner = modules.FirstOrDefault(module => module.EndsWith($".{name}", StringComparison.Ordinal));
        return inner is null ? null : $"run it from the folder below: cd {inner[..^(name.Length + 1)].Replace('.', '/')}{again}";
    }

    static bool IsIn(string folder, string name, bool isEntry)
    {
        var path = Path.Combine([folder, .. name.Split('.')]);
        return File.Exists($"{path}.cs") || (isEntry ? File.Exists(Path.Combine(path, $"{EntryFinder.FolderMain}.cs")) : Directory.Exists(path) && Directory.GetFiles(path, "*.cs").Length > 0);
    }
}
