namespace Belay.Bench.Comparing;

/// <summary>A line of the table: one of a work item's metrics, and what DESIGN.md asks of it.</summary>
public sealed record Row(string Title, string Metric, string Unit, params IReadOnlyList<Goal> Goals)
{
    public static Row Time(string title, params IReadOnlyList<Goal> goals) => new(title, "ns", "ns", goals);
}
