using Belay.Bench.Measuring;

namespace Belay.Bench.Comparing;

/// <summary>A work item with all its comparisons; rivals that are not installed have none.</summary>
public sealed record ItemResult(WorkItem Item, IReadOnlyList<Comparison> Comparisons)
{
    public Comparison? Against(RivalKind kind) => Comparisons.FirstOrDefault(comparison => comparison.Rival.Kind == kind);

    /// <summary>Over the pairs with every rival.</summary>
    public Summary? Belay(string metric)
    {
        var readings = Comparisons.SelectMany(comparison => comparison.Pairs).Select(pair => pair.Belay).ToArray();
        return readings.Length > 0 && readings.All(reading => reading.Has(metric))
            ? Summary.Of(readings.Select(reading => reading[metric]))
            : null;
    }
}
