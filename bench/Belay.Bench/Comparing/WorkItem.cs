using Belay.Bench.Measuring;

namespace Belay.Bench.Comparing;

/// <summary>One kind of work, done by Belay and by its rivals.</summary>
/// <param name="Name">"script" or "script/variant": names the measurement here, the file in python/ and the work in go/.</param>
public sealed record WorkItem(string Name)
{
    /// <summary>What Belay's program does, in a few words of code.</summary>
    public required string Label { get; init; }

    public required Measurement Measurement { get; init; }

    public required IReadOnlyList<Rival> Rivals { get; init; }

    /// <summary>The lines it adds to the table.</summary>
    public required IReadOnlyList<Row> Rows { get; init; }
}
