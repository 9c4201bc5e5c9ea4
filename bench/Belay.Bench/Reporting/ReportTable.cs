using Belay.Bench.Comparing;

namespace Belay.Bench.Reporting;

/// <summary>A table as text, to be drawn by whoever shows it.</summary>
public sealed record ReportTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static ReportTable Ratios(IReadOnlyList<ItemResult> results) => new(
        "Ratios",
        ["work", .. Kinds(results).Select(kind => $"against {Rivals.Name(kind)}"), "target", "met"],
        [
            .. from result in results
               from row in result.Item.Rows
               select (IReadOnlyList<string>)
               [
                   row.Title,
                   .. Kinds(results).Select(kind => Figures.Ratio(result, row, kind)),
                   Figures.Targets(row),
                   Figures.Verdict(result, row),
               ],
        ]);

    public static ReportTable Absolute(IReadOnlyList<ItemResult> results) => new(
        "Figures",
        ["work", "unit", "Belay", .. Kinds(results).Select(Rivals.Name)],
        [
            .. from result in results
               from row in result.Item.Rows.SelectMany(WithBytes)
               select (IReadOnlyList<string>)
               [
                   row.Title,
                   row.Unit,
                   Figures.Number(result.Belay(row.Metric)),
                   .. Kinds(results).Select(kind => Figures.Number(result.Against(kind)?.RivalFigure(row.Metric))),
               ],
        ]);

    public static ReportTable Programs(IReadOnlyList<ItemResult> results) => new(
        "What was run",
        ["name", "Belay", .. Kinds(results).Select(Rivals.Name)],
        [
            .. from result in results
               let item = result.Item
               select (IReadOnlyList<string>)
               [
                   item.Name,
                   item.Label,
                   .. Kinds(results).Select(kind => item.Rivals.FirstOrDefault(rival => rival.Kind == kind)?.Label ?? Figures.None),
               ],
        ]);

    /// <summary>Those that were to be compared with.</summary>
    private static RivalKind[] Kinds(IReadOnlyList<ItemResult> results) =>
        [.. Rivals.All.Where(kind => results.Any(result => result.Item.Rivals.Any(rival => rival.Kind == kind)))];

    /// <summary>The time of an operation has the bytes that it allocates beside it.</summary>
    private static IEnumerable<Row> WithBytes(Row row) =>
        row.Metric == "ns" ? [row, new Row(row.Title, "bytes", "bytes allocated")] : [row];
}
