using Belay.Pickling.Tests.Support;

namespace Belay.Pickling.Tests.Values;

/// <summary>Graphs that CPython has written, for machines without it.</summary>
public class CorpusTests
{
    static readonly (int Protocol, byte[] Pickle)[] _graphs = [.. Corpus.Read("graphs.txt").Select(line => (int.Parse(line[0]), Convert.FromHexString(line[1])))];

    [Fact]
    public void Dumps_GraphsThatCPythonWrote_AreTheSameByteByByte()
    {
        foreach (var (protocol, pickle) in _graphs.Where(graph => graph.Protocol >= 2))
            Assert.Equal(Convert.ToHexString(pickle), Convert.ToHexString(Pickle.Dumps(Pickle.Loads(pickle), new() { Protocol = protocol })));
    }

    [Fact]
    public void Dumps_OfOldProtocols_AreReadAgain()
    {
        foreach (var (_, pickle) in _graphs.Where(graph => graph.Protocol < 2))
        {
            var written = Pickle.Dumps(Pickle.Loads(pickle));
            Assert.Equal(written, Pickle.Dumps(Pickle.Loads(written)));
        }
    }

    [Fact]
    public void Loads_EveryOpcode_IsWhatCPythonMakesOfIt()
    {
        foreach (var line in Corpus.Read("opcodes.txt"))
        {
            var loaded = Pickle.Loads(Convert.FromHexString(line[1]), new() { Python2Strings = Python2Strings.Latin1 });
            Assert.Equal($"{line[0]} {line[2]}", $"{line[0]} {Convert.ToHexString(Pickle.Dumps(loaded)).ToLowerInvariant()}");
        }
    }

    [Fact]
    public void Corpus_OfDisassemblies_HasEveryOpcode()
    {
        var shown = Corpus.Lines("disassembly.txt").Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words is [[.., ':'], _, _, ..]);

        Assert.Equal(68, shown.Select(words => words[2]).Distinct().Count());
    }

    [Fact]
    public void Disassemble_GraphsThatCPythonWrote_IsWhatPickletoolsSays()
    {
        var recorded = string.Join('\n', Corpus.Lines("disassembly.txt")).Split("# ", StringSplitOptions.RemoveEmptyEntries);
        Assert.True(recorded.Length > 20);
        foreach (var entry in recorded)
        {
            var end = entry.IndexOf('\n');
            Assert.Equal(entry[(end + 1)..].TrimEnd(), Pickle.Disassemble(Convert.FromHexString(entry[..end])).TrimEnd());
        }
    }
}
