namespace Belay.Conformance;

public class AsyncioPageTests
{
    static readonly string[] _names = [.. AsyncioName.ReadAll().Select(name => name.Name)];

    static readonly Counterpart[] _counterparts = [.. Counterpart.ReadAll()];

    [Fact]
    public void Page_GeneratedAgain_IsTheSame()
    {
        var difference = LineDiff.Of(ScenarioCatalog.Read(AsyncioPage.File), AsyncioPage.Write());

        Assert.True(difference.Count == 0, $"""
            {AsyncioPage.File} is not up to date. Write it anew: dotnet run --project tests/Belay.Conformance
            {string.Join('\n', difference.Where(line => !line.StartsWith(' ')))}
            """);
    }

    [Fact]
    public void Counterparts_OfEveryName_AreGivenOnce()
    {
        Assert.Equal(_names.Order(StringComparer.Ordinal), _counterparts.Select(counterpart => counterpart.Name).Order(StringComparer.Ordinal));
        Assert.Distinct(_names);
    }

    [Fact]
    public void Counterparts_Named_ExistInBelay()
    {
        var missing = _counterparts.SelectMany(counterpart => counterpart.Members).Where(member => !BelayMembers.Exist(member));

        Assert.Empty(missing);
    }

    [Fact]
    public void Counterparts_WithoutAMember_SayWhy() =>
        Assert.Empty(_counterparts.Where(counterpart => counterpart is { Members: [], Note: "" }).Select(counterpart => counterpart.Name));

    [Fact]
    public void Counterparts_WithAMember_AreProved()
    {
        var proved = ScenarioCatalog.All.SelectMany(scenario => scenario.Covers).ToHashSet();

        Assert.Empty(_counterparts.Where(counterpart => counterpart.Members.Length > 0 && !proved.Contains(counterpart.Name)).Select(counterpart => counterpart.Name));
    }

    [Fact]
    public void Scenarios_Cover_KnownNames()
    {
        Assert.Empty(ScenarioCatalog.All.Where(scenario => scenario.Covers.Length == 0).Select(scenario => scenario.Name));
        Assert.Empty(ScenarioCatalog.All.SelectMany(scenario => scenario.Covers.Except(_names).Select(name => $"{scenario.Name}: {name}")));
    }

    [Theory]
    [InlineData("Coro", true)]
    [InlineData("Coro.Run", true)]
    [InlineData("Future<T>.SetResult", true)]
    [InlineData("ExceptionGroup.Derive", true)]
    [InlineData("System.TimeoutException", true)]
    [InlineData("Coro.Walk", false)]
    [InlineData("Frame", false)]
    [InlineData("Future<T>", true)]
    [InlineData("Promise<T>", false)]
    public void Exist_AName_SaysWhetherBelayHasIt(string name, bool expected) => Assert.Equal(expected, BelayMembers.Exist(name));

    [PythonFact]
    public void Names_RecordedAgain_AreTheSame() =>
        Assert.Equal(ScenarioCatalog.Read(AsyncioName.File), Python.Found!.ListNames());
}
