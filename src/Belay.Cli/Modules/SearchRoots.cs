namespace Belay.Cli;

/// <summary>Where dotted names are looked for: below the root, then in the packages that are installed as editable.</summary>
sealed class SearchRoots(string root, IReadOnlyDictionary<string, string> packages)
{
    internal string Root => root;

    internal IReadOnlyDictionary<string, string> Packages => packages;

    /// <summary>The paths that a name stands for, best first, without an ending.</summary>
    internal IEnumerable<string> PathsOf(string name)
    {
        var parts = name.Split('.');
        yield return Path.Combine([root, .. parts]);
        if (packages.TryGetValue(parts[0], out var package)) yield return Path.Combine([package, .. parts[1..]]);
    }

    /// <summary>The dotted name of a file; that of its folder for a Main.cs.</summary>
    internal string NameOf(string file)
    {
        var (name, folder) = FolderOf(file);
        if (name is null) return Path.GetFileNameWithoutExtension(file);
        var path = Path.GetRelativePath(folder, file)[..^Path.GetExtension(file).Length];
        var parts = path.Split(Path.DirectorySeparatorChar);
        if (parts.Length > 1 && parts[^1] == EntryFinder.FolderMain) parts = parts[..^1];
        return string.Join('.', name.Length == 0 ? parts : [name, .. parts]);
    }

    /// <summary>How far up a relative import may reach.</summary>
    internal string TopOf(string file) => FolderOf(file) is (not null, var folder) ? folder : Path.GetDirectoryName(file)!;

    (string? Name, string Folder) FolderOf(string file)
    {
        // Packages first: one of them may lie below the root.
        foreach (var (name, folder) in packages)
            if (IsBelow(file, folder)) return (name, folder);
        return IsBelow(file, root) ? ("", root) : (null, root);
    }

    internal static bool IsBelow(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
