using Belay.Bench.Measuring;

namespace Belay.Bench.Comparing;

/// <summary>Another implementation of a work item. Those in Python and Go are found by the item's name;
/// only .NET's brings its own measurement, which runs in a child process all the same.</summary>
public sealed record Rival(RivalKind Kind, string Label, Measurement? Measurement = null)
{
    /// <summary>One script, run by both of Python's loops.</summary>
    public static IEnumerable<Rival> Python(string label) => [new(RivalKind.Asyncio, label), new(RivalKind.Uvloop, label)];

    public static Rival DotNet(string label, Measurement measurement) => new(RivalKind.DotNet, label, measurement);

    public static Rival Go(string label) => new(RivalKind.Go, label);
}
