using System.Reflection;

namespace Belay.Tests.Surface;

/// <summary>The public surface as it was last agreed on, in the file PublicAPI.txt next to a project.</summary>
static class SurfaceRecord
{
    const string RecordVariable = "BELAY_RECORD";

    /// <summary>Fails with the difference, or writes the file where <c>BELAY_RECORD=1</c> asks for that.</summary>
    public static void Check(Assembly assembly, string project)
    {
        var file = SourceTree.PathOf($"{project}/PublicAPI.txt");
        var actual = PublicSurface.Describe(assembly);
        if (Environment.GetEnvironmentVariable(RecordVariable) == "1")
        {
            File.WriteAllText(file, string.Concat(actual.Select(line => line + "\n")));
            return;
        }

        var difference = Difference(File.Exists(file) ? File.ReadAllLines(file) : [], actual);
        Assert.True(difference.Length == 0, $"""
            The public surface of {assembly.GetName().Name} is not the one recorded in {project}/PublicAPI.txt:
            {string.Join('\n', difference)}
            If that is meant, record it and let the change be read:
                {RecordVariable}=1 dotnet test tests/Belay.Tests --filter {nameof(PublicSurfaceTests)}
            """);
    }

    /// <summary>The lines that went (-) and came (+), a member's with its type before it.</summary>
    public static string[] Difference(string[] recorded, string[] actual)
    {
        var before = WithTypes(recorded);
        var after = WithTypes(actual);
        return [.. before.Except(after).Select(line => $"- {line}"), .. after.Except(before).Select(line => $"+ {line}")];
    }

    // A member's line means nothing without its type, and two types may have the same.
    static string[] WithTypes(string[] lines)
    {
        var type = "";
        return [.. lines.Select(line =>
        {
            if (line.StartsWith(' '))
            {
                return $"{type} >{line[3..]}";
            }

            type = line.Split(" : ")[0];
            return line;
        })];
    }
}
