using System.Xml.Linq;

namespace Belay.Cli;

/// <summary>The project that a program's directives amount to: what `dotnet` is asked about, since only it knows all about packages and projects.</summary>
static class GeneratedProject
{
    internal static readonly string[] DirectoryFiles = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    internal static XDocument Write(IEnumerable<Directive> directives, string scriptFolder)
    {
        var all = directives.ToArray();
        var sdks = Named(all, "sdk", '@').ToArray();
        if (sdks.Length == 0) sdks = [("Microsoft.NET.Sdk", null)];
        return new XDocument(new XElement("Project",
            new XElement("PropertyGroup", DirectoryPaths(scriptFolder)),
            sdks.Select(sdk => Import(sdk, "Sdk.props")),
            new XElement("PropertyGroup", Properties().Select(property => new XElement(property.Name, property.Value))),
            new XElement("PropertyGroup", Named(all, "property", '=').Select(property => new XElement(property.Name, property.Value))),
            new XElement("ItemGroup",
                Named(all, "package", '@').Select(package => new XElement("PackageReference", new XAttribute("Include", package.Name), Version(package.Value))),
                all.Where(directive => directive.Name == "project").Select(ProjectFileOf).Distinct().Select(file => new XElement("ProjectReference", new XAttribute("Include", file)))),
            sdks.Select(sdk => Import(sdk, "Sdk.targets"))));
    }

    /// <summary>The project itself, where the directive names its folder.</summary>
    static string ProjectFileOf(Directive directive)
    {
        var path = Path.GetFullPath(directive.Value.Replace('\\', '/'), Path.GetDirectoryName(directive.File)!);
        if (File.Exists(path)) return path;
        string[] projects = Directory.Exists(path) ? Directory.GetFiles(path, "*.*proj") : [];
        return projects.Length == 1
            ? projects[0]
            : throw new UserError($"{Display.Path(directive.File)}:{directive.Line}: there is {(projects.Length == 0 ? "no project" : "more than one project")} at {path}.");
    }

    static IEnumerable<(string Name, string Value)> Properties() =>
    [
        ("OutputType", "Exe"),
        ("TargetFramework", $"net{Environment.Version.Major}.0"),
        ("ImplicitUsings", "enable"),
        ("Nullable", "enable"),
        // So that what is for this machine alone is found where it is to be loaded from.
        ("RuntimeIdentifier", "$(NETCoreSdkPortableRuntimeIdentifier)"),
        ("SelfContained", "false"),
        ("UseAppHost", "false"),
        // It is asked how it would call the compiler; the sources are not among its own.
        ("SkipCompilerExecution", "true"),
        ("ProvideCommandLineArgs", "true"),
    ];

    /// <summary>The files of the folders above that say something about every project below: they would be the script's, were it a project.</summary>
    static IEnumerable<XElement> DirectoryPaths(string scriptFolder)
    {
        foreach (var name in DirectoryFiles)
            if (FindAbove(scriptFolder, name) is { } file) yield return new XElement(name.Replace(".", "", StringComparison.Ordinal) + "Path", file);
    }

    internal static string? FindAbove(string folder, string name)
    {
        for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
            if (Path.Combine(above, name) is var file && File.Exists(file)) return file;
        return null;
    }

    static XElement Import((string Name, string? Value) sdk, string file) =>
        new("Import", new XAttribute("Project", file), new XAttribute("Sdk", sdk.Name), Version(sdk.Value));

    static XAttribute? Version(string? version) => version is null ? null : new XAttribute("Version", version);

    /// <summary>Those of a kind, each once. Two files may say the same, but not the one this and the other that.</summary>
    static IEnumerable<(string Name, string? Value)> Named(IEnumerable<Directive> directives, string kind, char separator)
    {
        var said = new Dictionary<string, (string? Value, Directive Directive)>(StringComparer.OrdinalIgnoreCase);
        foreach (var directive in directives.Where(directive => directive.Name == kind))
        {
            var at = directive.Value.IndexOf(separator);
            var (name, value) = at < 0 ? (directive.Value, null) : (directive.Value[..at].Trim(), directive.Value[(at + 1)..].Trim());
            if (kind == "property" && value is null) throw new UserError($"{Display.Path(directive.File)}:{directive.Line}: write '#:property Name=Value'.");
            if (!said.TryAdd(name, (value, directive)) && said[name] is var (other, first) && other != value)
                throw new UserError($"{Display.Path(directive.File)}:{directive.Line} wants {directive.Value}, {Display.Path(first.File)}:{first.Line} wants {first.Value}. A program can have one of them.");
        }
        return said.Select(entry => (entry.Key, entry.Value.Value));
    }
}
