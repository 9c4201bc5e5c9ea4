namespace Belay.Cli;

/// <summary>Finds the file that is to be run.</summary>
static class EntryFinder
{
    /// <summary>What a folder is run by, as __main__.py in Python.</summary>
    internal const string FolderMain = "Main";

    /// <summary>The file's whole path.</summary>
    internal static string Find(RunRequest request, SearchRoots roots, ProgramInputs inputs) =>
        request.IsModule ? FindModule(request.Target, roots, inputs) : FindFile(request.Target, roots);

    /// <summary>A file's root is the current directory, as a name's is; only one from elsewhere is its own folder's.</summary>
    internal static string RootOf(RunRequest request)
    {
        var current = Environment.CurrentDirectory;
        if (request.IsModule) return current;
        var file = Path.GetFullPath(request.Target);
        return SearchRoots.IsBelow(file, current) ? current : Path.GetDirectoryName(file) ?? current;
    }

    static string FindModule(string name, SearchRoots roots, ProgramInputs inputs)
    {
        if (!ModuleName.IsValid(name)) throw new UserError(NotFoundText.BadName(name, roots));
        var looked = new List<string>();
        foreach (var path in roots.PathsOf(name))
        {
            foreach (var file in (string[])[$"{path}.cs", Path.Combine(path, $"{FolderMain}.cs")])
            {
                if (File.Exists(file)) return file;
                inputs.AddAbsent(file);
                looked.Add(file);
            }
        }
        throw new UserError(NotFoundText.Entry(name, looked, roots));
    }

    static string FindFile(string target, SearchRoots roots)
    {
        var file = Path.GetFullPath(target);
        if (File.Exists(file)) return file;
        if (Directory.Exists(file) && Path.Combine(file, $"{FolderMain}.cs") is var main)
        {
            if (File.Exists(main)) return main;
            throw new UserError($"{target} is a folder without a {FolderMain}.cs, by which a folder is run.");
        }
        throw new UserError(NotFoundText.EntryFile(target, file, roots));
    }
}
