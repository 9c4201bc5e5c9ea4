using Belay.Bench.Measuring;

namespace Belay.Bench.Comparing;

/// <summary>What two programs measured, one right after the other.</summary>
public sealed record Pair(Metrics Belay, Metrics Rival);
