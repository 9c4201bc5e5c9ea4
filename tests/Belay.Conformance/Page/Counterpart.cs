namespace Belay.Conformance;

/// <summary>What stands for a name of asyncio's: members of Belay's, or none and why.</summary>
sealed record Counterpart(string Name, string[] Members, string Note)
{
    /// <summary>Written by hand: "name | members, or - | note", a line each.</summary>
    public const string File = "tests/Belay.Conformance/counterparts.txt";

    const string None = "-";

    public static IEnumerable<Counterpart> ReadAll() =>
        ScenarioCatalog.Read(File).Where(line => line.Length > 0 && !line.StartsWith('#')).Select(Parse);

    static Counterpart Parse(string line) =>
        line.Split('|', StringSplitOptions.TrimEntries) is [var name, var members, var note]
            ? new Counterpart(name, members == None ? [] : members.Split(", "), note)
            : throw new FormatException($"{File}: expected \"name | members | note\": {line}");
}
