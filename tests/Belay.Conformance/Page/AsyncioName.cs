namespace Belay.Conformance;

/// <summary>A public name of asyncio's high-level API, in its chapter.</summary>
sealed record AsyncioName(string Chapter, string Name)
{
    /// <summary>Recorded from CPython: chapters begin with "# ".</summary>
    public const string File = "tests/Belay.Conformance/asyncio-names.txt";

    const string ChapterMark = "# ";

    /// <summary>In the order of the recording.</summary>
    public static IEnumerable<AsyncioName> ReadAll()
    {
        var chapter = "";
        foreach (var line in ScenarioCatalog.Read(File))
        {
            if (line.StartsWith(ChapterMark, StringComparison.Ordinal)) chapter = line[ChapterMark.Length..];
            else yield return new AsyncioName(chapter, line);
        }
    }
}
