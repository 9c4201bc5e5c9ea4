using System.Text;

namespace Belay.Cli;

/// <summary>What is said when a module is not there: its name, who wants it, where it was looked for, from where, and what may have been meant.</summary>
static class NotFoundText
{
    internal static string Entry(string name, IReadOnlyList<string> looked, SearchRoots roots) =>
        Compose($"there is no module '{name}'.", name, looked, roots, isEntry: true);

    internal static string Import(string name, SourceModule importer, int line, SearchRoots roots) =>
        Compose($"there is no module or namespace '{name}', which {Display.Path(importer.File)}:{line} imports.", name, [.. Places(name, roots)], roots, isEntry: false);

    internal static string Relative(Directive directive, string path)
    {
        var text = new StringBuilder($"there is no module '{directive.Value}', which {Display.Path(directive.File)}:{directive.Line} imports.");
        AppendPlaces(text, [$"{path}.cs", Path.Combine(path, "*.cs")]);
        text.Append($"\n  one dot is the importing file's own folder, {Path.GetDirectoryName(directive.File)}; each further dot is one folder above.");
        if (NearestNames.To(Path.GetFileName(path), NearestNames.In(Path.GetDirectoryName(path)!)) is { Count: > 0 } near)
            text.Append($"\n  nearest there: {string.Join(", ", near.Select(name => directive.Value[..^Path.GetFileName(path).Length] + name))}");
        return text.ToString();
    }

    internal static string AboveTheTop(Directive directive, string top) =>
        $"'{directive.Value}', which {Display.Path(directive.File)}:{directive.Line} imports, is above {top}, where names begin."
        + "\n  run the script from a folder further up, and it begins there.";

    internal static string BadName(string name, SearchRoots roots)
    {
        var text = new StringBuilder($"'{name}' is no module's name: those are words with dots between them.");
        var file = Path.GetFullPath(name);
        if (File.Exists(file)) text.Append($"\n  it is a file. Run it as one: belay run {name}; or by its name: belay run -m {roots.NameOf(file)}");
        return text.ToString();
    }

    internal static string EntryFile(string target, string file, SearchRoots roots)
    {
        var text = new StringBuilder($"there is no file '{target}'.");
        AppendPlaces(text, [file]);
        text.Append($"\n  current directory: {Environment.CurrentDirectory}");
        if (roots.PathsOf(target).Any(path => File.Exists($"{path}.cs"))) text.Append($"\n  it is a module's name: belay run -m {target}");
        else if (Path.GetDirectoryName(file) is { } folder && NearestNames.To(Path.GetFileNameWithoutExtension(file), NearestNames.In(folder)) is { Count: > 0 } near)
            text.Append($"\n  nearest there: {string.Join(", ", near.Select(name => Display.Path(Path.Combine(folder, $"{name}.cs"))))}");
        return text.ToString();
    }

    static string Compose(string what, string name, IReadOnlyList<string> looked, SearchRoots roots, bool isEntry)
    {
        var text = new StringBuilder(what);
        AppendPlaces(text, looked);
        text.Append($"\n  current directory: {Environment.CurrentDirectory}");
        var modules = NearestNames.Below(roots);
        if (NearestNames.To(name, modules) is { Count: > 0 } near) text.Append($"\n  nearest: {string.Join(", ", near)}");
        if (WrongPlace.Find(name, roots.Root, modules, isEntry) is { } hint) text.Append($"\n  {hint}");
        return text.ToString();
    }

    static IEnumerable<string> Places(string name, SearchRoots roots) =>
        roots.PathsOf(name).SelectMany(path => (string[])[$"{path}.cs", Path.Combine(path, "*.cs")]).Append("the namespaces of .NET, Belay, the packages and the modules");

    static void AppendPlaces(StringBuilder text, IReadOnlyList<string> places)
    {
        for (var i = 0; i < places.Count; i++) text.Append(i == 0 ? "\n  looked for: " : "\n              ").Append(places[i]);
    }
}
