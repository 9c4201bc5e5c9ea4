namespace Belay.Conformance;

public class ScenarioCatalogTests
{
    [Fact]
    public void All_Scenarios_HaveTheirThreeParts()
    {
        var missing = ScenarioCatalog.All
            .SelectMany(scenario => new[] { scenario.Script, scenario.Source, scenario.TraceFile })
            .Where(file => !ScenarioCatalog.Exists(file))
            .ToArray();

        Assert.True(missing.Length == 0, $"Missing: {string.Join(", ", missing)}. Traces are recorded by: dotnet run --project tests/Belay.Conformance");
    }

    [Fact]
    public void All_Scenarios_BeginWithTheSameSentenceOnBothSides()
    {
        var differing = ScenarioCatalog.All.Where(scenario =>
            scenario.Title.Length == 0
            || scenario.Title != string.Join(' ', ScenarioCatalog.Read(scenario.Source).TakeWhile(line => line.StartsWith("// ", StringComparison.Ordinal)).Select(line => line[3..])));

        Assert.Empty(differing.Select(scenario => scenario.Name));
    }

    [Fact]
    public void All_Scenarios_AreAtLeastTwoHundred() => Assert.True(ScenarioCatalog.All.Count >= 200, $"There are {ScenarioCatalog.All.Count}.");

    [Fact]
    public void All_Traces_SaySomething() =>
        Assert.Empty(ScenarioCatalog.All.Where(scenario => scenario.ReadTrace().Length == 0).Select(scenario => scenario.Name));

    [PythonFact]
    public void Traces_RecordedAgain_AreTheSame()
    {
        var again = Python.Found!.Play(ScenarioCatalog.All);

        var differences = ScenarioCatalog.All.Zip(again)
            .Select(pair => (Scenario: pair.First, Lines: LineDiff.Of(pair.First.ReadTrace(), pair.Second)))
            .Where(difference => difference.Lines.Count > 0)
            .Select(difference => $"{difference.Scenario.TraceFile}\n{string.Join('\n', difference.Lines)}")
            .ToArray();
        Assert.True(differences.Length == 0, $"""
            Recorded (-) is not what CPython does now (+). Record anew: dotnet run --project tests/Belay.Conformance
            {string.Join("\n\n", differences)}
            """);
    }
}
