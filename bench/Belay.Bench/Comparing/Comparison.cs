using Belay.Bench.Measuring;

namespace Belay.Bench.Comparing;

/// <summary>Belay and one rival, run one after the other several times. Ratios are taken within a pair, so that
/// what slows the machine for a while slows both sides of it.</summary>
public sealed record Comparison(Rival Rival, IReadOnlyList<Pair> Pairs)
{
    public Summary RivalOverBelay(string metric) => Summary.Of(Pairs.Select(pair => pair.Rival[metric] / pair.Belay[metric]));

    public Summary BelayOverRival(string metric) => Summary.Of(Pairs.Select(pair => pair.Belay[metric] / pair.Rival[metric]));

    /// <summary>Null if the rival does not measure it: only .NET counts the bytes of an operation.</summary>
    public Summary? RivalFigure(string metric) =>
        Pairs.All(pair => pair.Rival.Has(metric)) ? Summary.Of(Pairs.Select(pair => pair.Rival[metric])) : null;
}
