using Belay.Tests.Surface;

namespace Belay.Pickling.Tests.Support;

/// <summary>What CPython 3.13 has written, recorded by Python/record.py for machines without it.</summary>
static class Corpus
{
    /// <summary>The words of each line.</summary>
    public static IEnumerable<string[]> Read(string file) => Lines(file).Select(line => line.Split(' '));

    public static string[] Lines(string file) => File.ReadAllLines(SourceTree.PathOf($"tests/Belay.Pickle.Tests/Corpus/{file}"));
}
