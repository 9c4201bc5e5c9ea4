namespace Belay.Cli;

/// <summary>Which of the names that are there may have been meant.</summary>
static class NearestNames
{
    const int MaxNames = 2000;
    const int MaxDepth = 8;

    /// <summary>The names of all modules below the root, and of those in installed packages: as many as can be looked through at once.</summary>
    internal static List<string> Below(SearchRoots roots)
    {
        var names = new List<string>();
        foreach (var folder in roots.Packages.Values.Prepend(roots.Root))
            names.AddRange(SourcesBelow(folder, MaxDepth).Take(MaxNames).Select(roots.NameOf));
        return [.. names.Distinct()];
    }

    /// <summary>The modules and folders of one folder.</summary>
    internal static IEnumerable<string> In(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.GetFiles(folder, "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)).Concat(Directory.GetDirectories(folder).Select(inner => Path.GetFileName(inner)));

    /// <summary>The best three; none if none is near.</summary>
    internal static List<string> To(string name, IEnumerable<string> names)
    {
        var last = LastPart(name);
        return [.. names
            .Select(candidate => (Name: candidate, Distance: Math.Min(Distance(name, candidate), LastPart(candidate) == last ? 1 : int.MaxValue)))
            .Where(candidate => candidate.Distance <= Math.Max(2, name.Length / 4))
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Take(3)
            .Select(candidate => candidate.Name)];
    }

    static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];

    /// <summary>How many letters have to be changed, put in or left out; case does not count.</summary>
    static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }

    static IEnumerable<string> SourcesBelow(string folder, int depth)
    {
        string[] files, folders;
        try
        {
            files = Directory.GetFiles(folder, "*.cs");
            folders = depth == 0 ? [] : Directory.GetDirectories(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What cannot be looked into has no names to suggest.
            yield break;
        }
        foreach (var file in files) yield return file;
        foreach (var inner in folders)
        {
            if (Path.GetFileName(inner) is "bin" or "obj" or "node_modules" or ['.', ..]) continue;
            foreach (var file in SourcesBelow(inner, depth - 1)) yield return file;
        }
    }
}
