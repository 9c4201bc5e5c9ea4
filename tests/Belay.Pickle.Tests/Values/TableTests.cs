using Belay.Pickling.Tests.Oracle;
using Belay.Pickling.Tests.Support;

namespace Belay.Pickling.Tests.Values;

/// <summary>Every type of the table, both ways, in all protocols.</summary>
public class TableTests
{
    static readonly Dictionary<(string Name, int Protocol), byte[]> _recorded =
        Corpus.Read("table.txt").ToDictionary(line => (line[0], int.Parse(line[1])), line => Convert.FromHexString(line[2]));

    public static TheoryData<string> Names => [.. TableValues.All.Keys];

    [Fact]
    public void Corpus_OfTheTable_HasAllOfIt() =>
        Assert.Equal(TableValues.All.Keys.Order(), _recorded.Keys.Select(key => key.Name).Distinct().Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Loads_WrittenByCPython_IsTheValue(string name)
    {
        for (var protocol = 0; protocol <= 5; protocol++) Same.Assert(TableValues.All[name], Pickle.Loads(_recorded[(name, protocol)]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Loads_WrittenHere_IsTheValue(string name)
    {
        for (var protocol = 2; protocol <= 5; protocol++) Same.Assert(TableValues.All[name], Pickle.Loads(Pickle.Dumps(TableValues.All[name], new() { Protocol = protocol })));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Dumps_WhatCPythonWrote_IsTheSameByteByByte(string name)
    {
        if (name == "path") return;     // CPython 3.13 alone has another name for its module
        for (var protocol = 2; protocol <= 5; protocol++)
        {
            var pickle = _recorded[(name, protocol)];
            Assert.Equal(Convert.ToHexString(pickle), Convert.ToHexString(Pickle.Dumps(Pickle.Loads(pickle), new() { Protocol = protocol })));
        }
    }

    [PythonFact]
    public void Dumps_OfAllValues_AreTheSameToCPython()
    {
        var lines = TableValues.All.SelectMany(entry => Enumerable.Range(2, 4).Select(protocol =>
            $"{entry.Key} {Convert.ToHexString(Pickle.Dumps(entry.Value, new() { Protocol = protocol }))}\n"));

        Assert.Equal("", Python.Found!.Run("check.py", string.Concat(lines)));
    }
}
