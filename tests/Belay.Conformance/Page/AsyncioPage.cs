namespace Belay.Conformance;

/// <summary>Writes docs/asyncio.md: for each name of asyncio's what stands for it, and the scenarios that prove it.</summary>
static class AsyncioPage
{
    public const string File = "docs/asyncio.md";

    const string Introduction = """
        # asyncio, name by name

        Every public name of the high-level API of asyncio in CPython 3.13, and what stands for it in Belay. The proofs are
        [scenarios](../tests/Belay.Conformance): a Python script and the C# beside it, which must leave the same trace. Where the two
        differ on purpose, the note says how.

        This page is generated; see [how](../tests/Belay.Conformance/README.md).
        """;

    public static IReadOnlyList<string> Write()
    {
        var counterparts = Counterpart.ReadAll().ToDictionary(counterpart => counterpart.Name);
        var proofs = ScenarioCatalog.All
            .SelectMany(scenario => scenario.Covers.Select(name => (Name: name, Scenario: scenario)))
            .ToLookup(proof => proof.Name, proof => proof.Scenario);
        var lines = new List<string>(Introduction.ReplaceLineEndings("\n").Split('\n'));
        foreach (var chapter in AsyncioName.ReadAll().GroupBy(name => name.Chapter))
        {
            lines.AddRange(["", $"## {chapter.Key}", "", "| Python | Belay | proved by |", "|---|---|---|"]);
            lines.AddRange(chapter.Select(name => Row(counterparts[name.Name], proofs[name.Name])));
        }
        return lines;
    }

    static string Row(Counterpart counterpart, IEnumerable<Scenario> proofs)
    {
        var members = string.Join(", ", counterpart.Members.Select(member => $"`{member}`"));
        var belay = string.Join("; ", new[] { members, counterpart.Note.Replace("<", "&lt;", StringComparison.Ordinal) }.Where(part => part.Length > 0));
        return $"| `{counterpart.Name}` | {belay} | {string.Join(", ", proofs.Select(Link))} |";
    }

    static string Link(Scenario scenario) => $"[{scenario.Name[(scenario.Name.IndexOf('/') + 1)..]}](../{scenario.Source})";
}
