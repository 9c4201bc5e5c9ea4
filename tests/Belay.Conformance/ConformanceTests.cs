using Belay.Tests.Support;

namespace Belay.Conformance;

/// <summary>Belay leaves the trace that CPython left.</summary>
public class ConformanceTests
{
    public static TheoryData<string> Scenarios => [.. ScenarioCatalog.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Scenario_Played_LeavesCPythonsTrace(string name)
    {
        var scenario = new Scenario(name);
        IReadOnlyList<string> played = [];

        HangGuard.Run(() => played = scenario.Play());

        var difference = LineDiff.Of(scenario.ReadTrace(), played);
        Assert.True(difference.Count == 0, $"""
            {scenario.Title}
            {scenario.Script} on CPython 3.13 (-) and {scenario.Source} on Belay (+) differ:
            {string.Join('\n', difference)}
            """);
    }
}
