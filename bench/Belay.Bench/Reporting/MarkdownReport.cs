using System.Text;
using Belay.Bench.Comparing;

namespace Belay.Bench.Reporting;

/// <summary>The report as it is kept in the repository.</summary>
public static class MarkdownReport
{
    public static string Render(Machine machine, IReadOnlyList<ItemResult> results, int pairs, bool quick)
    {
        var text = new StringBuilder("# How fast: results\n\n");
        text.Append("Written by `dotnet run --project bench/Belay.Bench -c Release`; [README.md](README.md) says how it measures and how to read it.\n");
        text.Append($"Medians of {pairs} pairs, in brackets the smallest and the largest.");
        text.Append(quick ? " **A quick run: rough figures.**\n\n" : "\n\n");
        foreach (var (name, value) in machine.Facts)
        {
            text.Append($"- {name}: {value}\n");
        }
        Append(text, ReportTable.Ratios(results),
            "Against asyncio and uvloop: how many times as much the rival takes (more is better for Belay). "
            + "Against .NET and Go: which part of the rival's figure Belay takes (less is better).");
        Append(text, ReportTable.Absolute(results), "For one operation; medians over all pairs.");
        Append(text, ReportTable.Programs(results), null);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ReportTable table, string? introduction)
    {
        text.Append($"\n## {table.Title}\n\n");
        if (introduction is not null)
        {
            text.Append(introduction).Append("\n\n");
        }
        AppendRow(text, table.Columns);
        AppendRow(text, table.Columns.Select(_ => "---"));
        foreach (var row in table.Rows)
        {
            AppendRow(text, row);
        }
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(Escape)).Append(" |\n");

    /// <summary>A type argument would be taken for HTML.</summary>
    private static string Escape(string cell) => cell.Replace("<", "&lt;").Replace("|", "\\|");
}
