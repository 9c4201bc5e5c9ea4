using System.Globalization;
using Belay.Bench.Comparing;
using Belay.Bench.Measuring;

namespace Belay.Bench.Reporting;

/// <summary>How numbers are written, the same on the terminal and in the file.</summary>
public static class Figures
{
    public const string None = "–";

    public static string Number(double value) => value switch
    {
        < 0.005 => "0",
        < 10 => value.ToString("0.##", CultureInfo.InvariantCulture),
        < 100 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("#,0", CultureInfo.InvariantCulture),
    };

    public static string Number(Summary? summary) => summary is null ? None : Number(summary.Median);

    /// <summary>Against Python how many times as fast, else which part of the rival's figure: as the targets are put.</summary>
    public static string Ratio(ItemResult result, Row row, RivalKind kind)
    {
        if (result.Against(kind) is not { } comparison)
        {
            return None;
        }
        return kind is RivalKind.Asyncio or RivalKind.Uvloop
            ? Spread(comparison.RivalOverBelay(row.Metric), "×")
            : Spread(comparison.BelayOverRival(row.Metric), "");
    }

    public static string Targets(Row row) => row.Goals.Count == 0 ? None : string.Join("; ", row.Goals);

    public static string Verdict(ItemResult result, Row row)
    {
        var verdicts = row.Goals.Select(goal => (Goal: goal, Met: goal.IsMet(result, row))).ToArray();
        var missed = verdicts.Where(verdict => verdict.Met is false).Select(verdict => $"no: {verdict.Goal}").ToArray();
        return verdicts switch
        {
            [] => None,
            _ when missed.Length > 0 => string.Join("; ", missed),
            _ when verdicts.All(verdict => verdict.Met is null) => "not measured",
            _ when verdicts.Any(verdict => verdict.Met is null) => "yes, where measured",
            _ => "yes",
        };
    }

    private static string Spread(Summary ratio, string unit) =>
        $"{Number(ratio.Median)}{unit} ({Number(ratio.Min)}–{Number(ratio.Max)})";
}
