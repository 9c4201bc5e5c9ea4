using System.Globalization;
using Belay.Bench.Measuring;

namespace Belay.Bench.Comparing;

/// <summary>A target of the design, as a ratio of pairs or as an absolute limit.</summary>
public abstract record Goal
{
    /// <summary>Null where what it compares with is missing.</summary>
    public abstract bool? IsMet(ItemResult result, Row row);

    public sealed override string ToString() => Text();

    protected abstract string Text();

    protected static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>The rival takes at least that many times as much.</summary>
    public sealed record Times(RivalKind Rival, double AtLeast) : Goal
    {
        public override bool? IsMet(ItemResult result, Row row) =>
            result.Against(Rival)?.RivalOverBelay(row.Metric) is { } ratio ? ratio.Median >= AtLeast : null;

        protected override string Text() => $"≥ {Number(AtLeast)}× {Rivals.Name(Rival)}";
    }

    /// <summary>Belay takes at most that part of what the rival takes.</summary>
    public sealed record Share(RivalKind Rival, double AtMost) : Goal
    {
        public override bool? IsMet(ItemResult result, Row row) =>
            result.Against(Rival)?.BelayOverRival(row.Metric) is { } ratio ? ratio.Median <= AtMost : null;

        protected override string Text() => $"≤ {Number(AtMost)} of {Rivals.Name(Rival)}";
    }

    /// <summary>Belay's own figure, whatever others do.</summary>
    public sealed record Limit(string Metric, double AtMost) : Goal
    {
        public override bool? IsMet(ItemResult result, Row row) =>
            result.Belay(Metric) is { } figure ? Math.Round(figure.Median, 1) <= AtMost : null;

        protected override string Text() => $"≤ {Number(AtMost)} {Metric}";
    }
}
