using System.Text.Json;

namespace Belay.Cli;

/// <summary>Notes what the projects of #:project were built from. What a project imports from elsewhere is not seen.</summary>
static class ProjectSources
{
    internal static void AddTo(ProgramInputs inputs, string scriptFolder, string assets)
    {
        AddAbove(inputs, scriptFolder);
        using var read = JsonDocument.Parse(File.ReadAllBytes(assets));
        foreach (var library in read.RootElement.GetProperty("libraries").EnumerateObject())
        {
            if (library.Value.GetProperty("type").GetString() != "project") continue;
            var project = Path.GetFullPath(library.Value.GetProperty("msbuildProject").GetString()!, Path.GetDirectoryName(Path.GetDirectoryName(assets))!);
            var folder = Path.GetDirectoryName(project)!;
            inputs.AddTree(folder);
            AddAbove(inputs, folder);
        }
    }

    static void AddAbove(ProgramInputs inputs, string folder)
    {
        foreach (var name in GeneratedProject.DirectoryFiles)
        {
            if (GeneratedProject.FindAbove(folder, name) is { } file) inputs.AddFile(file, File.ReadAllBytes(file));
            else inputs.AddAbsent(Path.Combine(folder, name));
        }
    }
}
