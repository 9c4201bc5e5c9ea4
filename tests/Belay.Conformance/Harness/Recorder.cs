using Belay.Tests.Surface;

namespace Belay.Conformance;

/// <summary>Writes what CPython says into the repository.</summary>
static class Recorder
{
    /// <summary>Records every trace anew; shows those that changed.</summary>
    /// <returns>How many changed.</returns>
    public static int RecordTraces(Python python, TextWriter output)
    {
        var scripts = ScenarioCatalog.All.Where(scenario => ScenarioCatalog.Exists(scenario.Script)).ToArray();
        var changed = 0;
        foreach (var (scenario, trace) in scripts.Zip(python.Play(scripts)))
            if (Replace(scenario.TraceFile, trace, output)) changed++;
        return changed;
    }

    /// <summary>Writes a file whose lines have changed, and shows how.</summary>
    public static bool Replace(string file, IReadOnlyList<string> lines, TextWriter output)
    {
        var isNew = !ScenarioCatalog.Exists(file);
        var difference = LineDiff.Of(isNew ? [] : ScenarioCatalog.Read(file), lines);
        if (!isNew && difference.Count == 0) return false;
        output.WriteLine(isNew ? $"{file} (new)" : file);
        foreach (var line in difference) output.WriteLine($"    {line}");
        File.WriteAllText(SourceTree.PathOf(file), string.Concat(lines.Select(line => line + "\n")));
        return true;
    }
}
