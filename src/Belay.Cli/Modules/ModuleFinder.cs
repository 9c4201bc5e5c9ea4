namespace Belay.Cli;

/// <summary>
/// Finds the files behind imports. What it did not find where it looked first is an input of the program too: a file that appears there changes it.
/// </summary>
sealed class ModuleFinder(SearchRoots roots, ProgramInputs inputs, Func<string, bool> isNamespaceOfDotNet)
{
    /// <summary>
    /// What a using directive brings in: the files, and whether the whole name is theirs; or null, because it is no module's. .NET's own namespaces are never looked for: a folder that
    /// happens to be called System must not change what a script means.
    /// </summary>
    internal (IReadOnlyList<string> Files, bool IsExact)? FindUsed(string name, bool isPlain)
    {
        if (isPlain && isNamespaceOfDotNet(name)) return null;
        if (Find(name, withFolders: isPlain) is { Count: > 0 } exact) return (exact, true);
        // The name of something in a module: a type, or a namespace that it declares.
        for (var end = name.LastIndexOf('.'); end > 0; end = name.LastIndexOf('.', end - 1))
            if (!isNamespaceOfDotNet(name[..end]) && Find(name[..end], withFolders: false) is { Count: > 0 } part) return (part, false);
        return null;
    }

    /// <summary>What "#:import" names: with dots in front, from the folder of the file on.</summary>
    internal IReadOnlyList<string> FindDirected(SourceModule importer, Directive directive)
    {
        var dots = directive.Value.Length - directive.Value.TrimStart('.').Length;
        if (dots == 0)
            return Find(directive.Value, withFolders: true) is { Count: > 0 } found ? found : throw new UserError(NotFoundText.Import(directive.Value, importer, directive.Line, roots));
        var folder = Path.GetDirectoryName(importer.File)!;
        var top = roots.TopOf(importer.File);
        for (var up = dots - 1; up > 0; up--)
        {
            if (folder == top) throw new UserError(NotFoundText.AboveTheTop(directive, top));
            folder = Path.GetDirectoryName(folder)!;
        }
        var rest = directive.Value[dots..];
        var path = rest.Length == 0 ? folder : Path.Combine([folder, .. rest.Split('.')]);
        return FindAt(path, withFolders: true) is { Count: > 0 } files ? files : throw new UserError(NotFoundText.Relative(directive, path));
    }

    IReadOnlyList<string> Find(string name, bool withFolders)
    {
        foreach (var path in roots.PathsOf(name))
            if (FindAt(path, withFolders) is { Count: > 0 } files) return files;
        return [];
    }

    IReadOnlyList<string> FindAt(string path, bool withFolders)
    {
        var file = $"{path}.cs";
        if (File.Exists(file)) return [file];
        inputs.AddAbsent(file);
        if (!withFolders) return [];
        inputs.AddFolder(path);
        if (!Directory.Exists(path)) return [];
        var files = Directory.GetFiles(path, "*.cs");
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }
}
