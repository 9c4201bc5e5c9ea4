using Belay.Tests.Surface;

namespace Belay.Conformance;

/// <summary>All scenarios there are, found by their files.</summary>
static class ScenarioCatalog
{
    public const string Folder = "tests/Belay.Conformance/Scenarios";

    /// <summary>By name: whatever has at least one of its three files.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
        [.. Directory.EnumerateFiles(SourceTree.PathOf(Folder), "*.*", SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(SourceTree.PathOf(Folder), file), null).Replace('\\', '/'))
            .Distinct().Order(StringComparer.Ordinal).Select(name => new Scenario(name))];

    public static bool Exists(string file) => File.Exists(SourceTree.PathOf(file));

    public static string[] Read(string file) => File.ReadAllLines(SourceTree.PathOf(file));
}
