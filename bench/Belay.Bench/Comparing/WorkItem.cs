using Belay.Bench.Echo;
using Belay.Bench.Measuring;

namespace Belay.Bench.Comparing;

/// <summary>One kind of work, done by Belay and by its rivals.</summary>
/// <param name="Name">"script" or "script/variant": names the measurement here, the file in python/ and the work in go/.</param>
public sealed record WorkItem(string Name)
{
    /// <summary>What Belay's program does, in a few words of code.</summary>
    public required string Label { get; init; }

    /// <summary>What Belay's program measures; null if others measure it, with a <see cref="Load"/>.</summary>
    public Measurement? Measurement { get; init; }

    /// <summary>If Belay's program and its rivals are servers: what their clients do.</summary>
    public EchoLoad? Load { get; init; }

    public required IReadOnlyList<Rival> Rivals { get; init; }

    /// <summary>The lines it adds to the table.</summary>
    public required IReadOnlyList<Row> Rows { get; init; }
}
