using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Belay.Cli;

/// <summary>
/// belay.json, in the folder where names begin: which packages are installed there. It says all there is to say; nothing is noted anywhere else on the machine.
/// </summary>
sealed class ProjectFile
{
    internal const string Name = "belay.json";

    const string Editable = "editable";

    static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly string _folder;
    readonly JsonObject _content;

    ProjectFile(string folder, JsonObject content) => (_folder, _content) = (folder, content);

    internal string Path => PathIn(_folder);

    /// <summary>The folders of the packages whose sources are used where they are, by name.</summary>
    internal IReadOnlyDictionary<string, string> EditablePackages
    {
        get
        {
            var packages = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, path) in _content[Editable]?.AsObject() ?? []) packages.Add(name, System.IO.Path.GetFullPath(path!.GetValue<string>(), _folder));
            return packages;
        }
    }

    internal static string PathIn(string folder) => System.IO.Path.Combine(folder, Name);

    /// <summary>That of a folder; an empty one if there is none.</summary>
    internal static ProjectFile Read(string folder)
    {
        if (!File.Exists(PathIn(folder))) return new ProjectFile(folder, []);
        try
        {
            var file = new ProjectFile(folder, JsonNode.Parse(File.ReadAllBytes(PathIn(folder)))?.AsObject() ?? []);
            _ = file.EditablePackages;
            return file;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException or NullReferenceException)
        {
            throw new UserError($$"""{{PathIn(folder)}} cannot be understood. It looks like this: { "editable": { "tools": "../tools" } }""");
        }
    }

    internal void Install(string name, string folder)
    {
        if (_content[Editable] is not JsonObject editable) _content[Editable] = editable = [];
        editable[name] = System.IO.Path.GetRelativePath(_folder, folder);
        Save();
    }

    /// <summary>False if there is none of that name.</summary>
    internal bool Uninstall(string name)
    {
        if (_content[Editable] is not JsonObject editable || !editable.Remove(name)) return false;
        if (editable.Count == 0) _content.Remove(Editable);
        if (_content.Count == 0) File.Delete(Path);
        else Save();
        return true;
    }

    void Save() => File.WriteAllText(Path, _content.ToJsonString(s_readable) + "\n");
}
